"""Given names, by which a line that only names somebody is told from one that names anything else.

Names that are more often a word, a month or a place are left out: nobody is named by mistake.
"""

from herreader.importing.phrases import words_of

GIVEN = words_of("""
    aaron abby abdul abel abigail ada adam adele adrian adriana agnes agnieszka ahmed aisha akira
    alain alan alana alasdair albert alberto alec alejandra alejandro aleksandra alessandra
    alessandro alex alexander alexandra alexandre alexis alfonso alfred alfredo ali alice alicia
    alina alison alistair allan allen allison alma alonso alyssa amanda amelia amelie amina amir
    amit amy ana anders andrea andreas andrei andrew andrzej andy angel angela angelica angelo
    angus anika anita anja ann anna annabel anne anneke annette annie anthony antoine anton antonia
    antonio anya archie ariel arjun arnold arthur arturo ashley astrid audrey august aurora ava
    barbara barnaby barry bart bartosz basil beatrice beatrix beatriz ben benedict benjamin bernard
    bernd bert beth bethany betty bianca bjorn bob bobby boris brad bradley brandon brenda brendan
    brett brian brianna bridget brigitte britta brooke bruce bruno bryan caitlin callum cameron
    camilla camille carina carl carla carlo carlos carmen carol carole caroline carrie cassandra
    catherine cathy cecilia celeste celia charles charlie charlotte cheryl chiara chloe chris
    christian christiane christina christine christoph christophe christopher christy chuck claire
    clara clare clarissa claude claudia claudio clemens clement cliff clive colette colin colleen
    colm connor conor conrad constance corinna cory craig cristina curtis cynthia daniel daniela
    daniele danielle danny dario darren dave david dean deborah declan deepa deirdre denis denise
    dennis derek desmond diana diane diego dieter dimitri dirk dolores dominic dominik dominique
    don donald donna doris dorothy doug douglas duncan dustin dylan ed eddie edgar edith edmund
    eduardo edward edwin eileen elaine eleanor elena eli elias elif elijah elisa elisabeth elise
    eliza elizabeth ella ellen elliot elliott ellis eloise elsa emanuel emil emilia emilie emilio
    emily emma emmanuel enrico enrique eric erica erik erika erin ernest ernesto esteban esther
    ethan eugene eva evan evelyn ewa ewan fabian fabio fatima federico felicity felix fernanda
    fernando fiona flora florian frances francesca francesco francine francis francisco francois
    frank franz fred freda frederic frederick freya friedrich gabriel gabriela gabriele gabrielle
    gail gareth gary gavin gemma genevieve geoff geoffrey george georges gerald gerard gerhard
    gertrude giacomo gianni gil gilbert giles gillian gina giorgio giovanni giulia giuseppe glen
    glenda glenn gloria gordon graeme graham greg gregor gregory greta grigori guido guillaume
    guillermo gustav gustavo guy gwen hal hannah hannes hans harold harriet harris harry harvey
    hassan hazel heather heidi heike heinrich heinz helen helena helene helga henri henrik henry
    herbert hermann hilary hiroshi holger howard hubert hugh hugo ian ibrahim ida ignacio igor ilse
    imogen ines ingrid ingo irene irina isaac isabel isabella isabelle ivan jack jackie jacob
    jacqueline jacques jaime jake jakob james jamie jan jana jane janet janice janine jared jasmine
    jason javier jay jean jeanette jeanne jeff jeffrey jenna jennifer jenny jens jeremy jerome jerry
    jess jesse jessica jill jillian jim jimmy joachim joan joana joanna joanne jocelyn jochen joe
    joel joelle johan johanna johannes john johnny jon jonah jonas jonathan jorge jose josef
    joseph josephine josh joshua josie juan juana juanita judith julia julian juliana julie julien
    juliet juliette julio jun juri justin justine justyna kai karen karin karina karl karla karol
    karolina karsten kate katarina katarzyna katharina katherine kathleen kathryn kathy katie katja
    katrin katy kay kazuo keith kelly ken kenneth kenny kerry kerstin kevin khalid kim kimberly
    kirsten kirsty kirk klaus knut konrad krishna kristen kristin kristina krzysztof kurt kyle
    kylie lara larry lars laszlo laura lauren laurence laurent lea leah lee leila lena leo leon
    leonard leonardo leonie leslie lewis liam lila lilian lilly lily linda lindsay lionel lisa liz
    lizzie lloyd lorenz lorenzo loretta lorna lorraine lothar lou louis louisa louise lucas lucia
    luciana lucie lucien lucinda lucy ludwig luigi luis luisa luke lukas lydia lynda lynn mads
    magda magdalena magnus maja malcolm malgorzata manfred manuel manuela marc marcel marcella
    marcia marco marcus marek margaret margarita margot maria mariana marianne marie marina mario
    marion marisa marissa marius marjorie marlene marsha marta martha martin martina marvin mary
    massimo mateo mathias mathieu mathilde matilda matt matteo matthew matthias maureen maurice
    mauricio max maxime maxine maya megan meghan mehmet melanie melinda melissa mercedes meredith
    mia michael michaela michal michel michele michelle miguel mikael mike mikhail milan miles mina
    mira miranda miriam mitchell mohamed mohammed moira molly mona monica monika monique morgan
    moritz muriel murray myriam nadia nadine nancy naomi natalia natalie natasha nathan nathalie
    neil nell nelson niall nicholas nick nico nicola nicolas nicole nigel nikhil nikki nikolai nils
    nina noah noel nora norbert norma norman olaf oleg olga oliver olivia olivier oona orla oscar
    oskar otto owen pablo pamela paolo pascal patricia patrick paul paula paulina pauline paulo
    pawel pedro peggy penelope penny per perry pete peter petra phil philip philipp philippe
    phillip phoebe phyllis pierre piotr polly priya rachel rafael rahul raj ralf ralph ramon
    randall randy raphael raquel raul ravi raymond rebecca regina reinhard renata rene renee
    ricardo richard rick ricky rita rob robert roberta roberto robin rodney rodrigo roger roland
    rolf roman ron ronald ronan rory rosa rosalind rosemary rosie ross rowan roxane roy rudolf
    rudy rufus rui rupert russell ruth ryan sabine sabrina saeed sally salvador sam samantha samir
    samuel sandeep sandra sandy sanjay sara sarah sascha saskia satoshi saul scott sean sebastian
    selena selina serena serge sergei sergio shannon sharon shaun sheila shelley shirin shirley
    sibylle siegfried sigrid silvia simon simona simone siobhan slavoj sofia sonia sonja sophia
    sophie spencer stacey stacy stan stanislaw stanley stefan stefanie stefano stella stephan
    stephane stephanie stephen steve steven stewart stuart sue sunil sunita susan susanna susanne
    susie suzanne sven svetlana sylvia sylvie takashi tamara tamsin tania tanja tanya tara tasha
    tatiana ted terence teresa terri terry tess tessa thea thelma theo theodor theresa therese
    thomas tiffany tilda till tim timothy tina tobias toby todd tom tomas tomasz tommy toni tony
    tracey tracy trevor tricia tristan tyler ulrich ulrike ursula uwe valentina valerie vanessa
    vera verena veronica veronique vicky victor viktor vijay vincent viola violeta virginie vivian
    viviane vladimir volker walter wanda warren wayne wendy werner wes wilfried wilhelm william
    willem wim winston wojciech wolf wolfgang xavier yan yannick yasmin yuki yuri yusuf yves yvette
    yvonne zachary zadie zara zoe
""")
