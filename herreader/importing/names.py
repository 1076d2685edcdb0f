"""Given names, by which a line that only names somebody is told from one that names anything else.

Names that are more often a word, a month or a place are left out: nobody is named by mistake.
"""

from herreader.importing.phrases import words_of

GIVEN = words_of("""
    aaron abbie abby abdul abel abhishek abigail abraham achim ada adam adele adeline aditi
    aditya adriaan adrian adriana adriano afonso agatha agnes agnese agnieszka ahmed aidan
    aileen aimee aisha aisling ajay akash akiko akira alain alan alana alanna alasdair alastair
    albert alberto albrecht aldo alec alejandra alejandro aleksander aleksandra aleksei alena
    alessandra alessandro alessia alex alexa alexander alexandra alexandre alexei alexis alfonso
    alfred alfredo algernon ali alice alicia alicja alina aline alisa alison alissa alistair
    alistaire allan allegra allen allison alma almudena alois alonso aloysius alvaro alvin
    alyson alyssa amal amalia amanda amandine amara amaya ambrose amelia amelie amina amir amira
    amit amos amrita amy ana anabel anais anand anastasia anatole ander anders andre andrea
    andreas andrei andres andrew andrzej andy aneta angel angela angelica angeline angelo angus
    anika aniket anindita anita anja anjali anjelica ann anna annabel annabelle annalisa
    annamaria anne anneke anneliese annelise annemarie annette annick annie annika ansel anselm
    anthea anthony antje antoine anton antonella antonia antonina antonio anurag anwar anya
    apollonia aranxta archana archibald archie arda ariadne ariane arianna ariel arjun arkady
    arlene armand armando armin arnaud arne arno arnold aron arthur arturo arun arvind asha
    ashley ashok ashwin asif asma astrid aubrey audrey august augusta auguste augustin aurelia
    aurelie aurelien aurelio aurora ava avery axel ayesha aylin ayumi azadeh aziz babette
    balthazar baptiste barbara barnaby barrett barry bart bartosz basil basma bastian bastien
    bea beatrice beatrijs beatrix beatriz becca becky belinda ben benedict bengt benita benjamin
    benjamina benno benoit berenice bernadette bernard bernardo bernd bernice bert berta bertha
    bertolt bertrand beth bethany bettina betty beverley bharat bianca birgit birgitta bjarne
    bjorn blaise blanca bob bobby bogdan bohdan bonnie boris brad bradford bradley bram brandi
    brandon bree brenda brendan brendon brennan brent bret brett brian briana brianna bridget
    brielle brigid brigitte britney britt britta bronagh bronwen bronwyn brooke bruce bruno
    bryan bryant bryony burkhard byron caetano caitlin caleb callum calum calvin camellia
    cameron camila camilla camille candace candice caoimhe carey cari carin carina carl carla
    carlo carlos carlotta carly carlyn carmela carmen carol carola carole caroline carolyn
    carrie carson carsten cary casey caspar casper cass cassandra catalina catarina cathal
    catherina catherine cathleen cathy catrin catriona cecil cecile cecilia cecily cedric cees
    celeste celestine celia celina celine cesar chaim chandra chantal charis charleen charlene
    charles charlie charlotte charmaine chaz cheng cherie cherise cheryl chester chetan chiaki
    chiara chidi chima chimamanda chloe chris christa christel christelle christen christiaan
    christian christiane christina christine christof christoph christophe christopher christy
    chuck cian ciara ciaran cicely cillian cindy claas claes clair claire clara clare claribel
    clarissa clarke claude claudia claudio claus clemence clemency clemens clement clementine
    cleo cliff clifford clint clinton clive clotilde clovis cody colby coleen colette colin
    colleen colm connie connor conor conrad constance constantin constantine consuelo coralie
    cordelia corey corin corinna corinne cormac cornelia cornelius cory cosima cosmo courtney
    craig crispin cristian cristiano cristina cristobal curtis cynthia cyril cyrille cyrus dafna
    dagmar dagny dahlia daisuke daisy dale dalia dalton damian damien damon dana dani daniel
    daniela daniele danielle danilo danny dante daphne dara darcy daria dario darius darja
    darrell darren darryl daryl dashiell dave davey david davide davina dean deanna debbie
    debora deborah debra declan deepa deidre deirdre delia delphine demetrius demian denis
    denise dennis denny denzel deondra derek derrick desiree desmond devika devin dexter diana
    diane diarmuid didier diedrich diego dieter dilip dillon dimitri dina dinah dion dirk dmitri
    dmitry dolly dolores domenico domingo dominic dominik dominika dominique don donagh donal
    donald donatella donna donnie dora dorian doris dorit dorota dorothea dorothy dorte doug
    douglas douglass drew duane dulcie duncan durga dustin dwayne dwight dylan eamon eamonn ebba
    eben ebony ed eddie edgar edgardo edie edina edith edmond edmund edmundo edna edouard
    eduardo edward edwige edwin edwina effie efrain egon eileen eilidh eilis eitan ekaterina
    elaina elaine eldon eleanor eleanora elena eleonora eleonore elfriede eli elian eliane elias
    elie elif elijah eliot elisa elisabeth elisabetta elise elisha eliza elizabeth elke ella
    ellen ellie elliot elliott ellis elmar elodie eloisa eloise elsa elspeth elton elvira elvis
    elyse emanuel emer emery emil emile emilia emiliano emilie emilio emily emma emmanuel emmet
    emmett emre engelbert enid ennio enoch enrico enrique enzo ephraim erasmus eric erica erich
    erik erika erin ernest ernestine ernesto ernst errol erwin esme esmeralda esmond esteban
    estefania estela estelle ester esther ethan etienne etta eudora eugen eugene eugenia eugenie
    eunice eustace eva evan evangeline evelina eveline evelyn evelyne everett ewa ewald ewan
    ezekiel ezra fabian fabien fabienne fabio fabiola fabrice fabrizio faisal farah farhad farid
    farida farouk fatima fatou faye fearghal federica federico fedor felice felicia felicitas
    felicity felipe felix fenella ferdinand fergal fergus fernand fernanda fernando fidel
    fidelma filip filipa filippo finbar finn finnegan fintan fiona fionn fionnuala fleur flora
    florentine florian floriane floyd forrest franca frances francesca francesco francine
    francis francisco franck francois francoise frank franklin franz franziska fraser fred freda
    freddie freddy frederic frederica frederick frederico frederique freek freya frida frieda
    friedrich fritz fumiko fyodor gabriel gabriela gabriele gabrielle gaby gael gaelle gaetan
    gaia gail galina garance gareth garrett garth gary gaspar gaston gaurav gautam gavin gavriel
    geert gemma gene genevieve genevra geoff geoffrey geordie george georges georgette georgie
    georgina geraint gerald geraldine gerard gerardo gerda gerhard gerrit gerry gert gertraud
    gertrude ghislaine giacomo gianni gideon gil gilbert gilberto gilda giles gillian gina ginny
    gioia giorgio giovanna giovanni girish gisela gisele gita gitte giulia giulio giuseppe
    gladys glen glenda glenn gloria glynis goran gordon gotz graeme graham grainne grazia
    graziella greg gregor gregory greta gretchen gretel grigori griselda grzegorz gudrun guido
    guillaume guillem guillermo gulliver gunnar gunther gustaf gustav gustavo gustavus guy gwen
    gwendolen gwendolyn gwyneth gwynne habib hadley hafsa hakan hal hamid hamish hana hanif
    hanna hannah hanne hannelore hannes hans hari haris harlan harlow harold haroon harriet
    harriette harris harry hartmut haruka haruki harvey hasan hassan hattie hayden hayley hazel
    heather hector hedda hedwig hedy heidi heidrun heike heinrich heinz helen helena helene
    helga helge hella helmut hendrik hendrika henning henri henrietta henriette henrik henrique
    henry herbert hermann herve hester hettie hideo hilary hilda hilde hillary hiromi hiroshi
    holger hollis holly honora horace horst hortense howard howie hsiao hubert huda hugh hugo
    hugues humphrey hussein hyun iain ian ibrahim ibrahima ida idris ieuan iggy ignacio ignatius
    ignatz ignaz igor ike ilana ilaria ileana ilona ilse ilya iman imani imelda imke imogen
    imran ina indira indra ines inga inge ingeborg inger ingo ingrid inigo inka inna ioana
    ioannis iolanthe iona irena irene irfan irina irma irvin irving irwin isaac isabel isabella
    isabelle isadora isaiah isao ishaan ishmael isidora isidore isla isobel istvan itamar itzhak
    ivan ivana ivar ivo ivor izabela izzy jaap jacek jacinta jack jackie jaclyn jacob jacobo
    jacopo jacqueline jacquelyn jacques jagdish jaime jake jakob jamal jameela james jameson
    jamie jamil jamila jan jana jane janelle janet janette janice janie janina janine janis
    janna janos jared jarek jarmila jaroslav jarrett jarvis jascha jasmine jason jasper jatin
    javier jay jaya jayden jayne jean jeanette jeanie jeanne jeannette jeannie jed jedediah jeff
    jeffrey jelena jemima jemma jenifer jenna jenni jennie jennifer jennings jenny jens jerald
    jeremiah jeremy jermaine jerome jerry jerzy jesper jess jessamyn jesse jessica jessie jetta
    jia jiang jill jillian jim jimmy jiri jo joachim joan joana joann joanna joanne joao joaquin
    jobst jocasta jocelyn jochen jodi jodie jody joe joel joelle joerg joey johan johann johanna
    johannes john johnathan johnnie johnny jolanda jolene jolie jon jonah jonas jonathan jonna
    jono jordana jorg jorge jorgen joris jose josef josefina joselyn joseph josephine josette
    josh joshua josie jovan joyce juan juana juanita jude judi judith judy jules julia julian
    juliana juliane julianna julianne julie julien juliet juliette julio jun junko jurgen juri
    jussi justin justine justus justyna jutta jyoti jyrki kaan kai kaja kajsa kamal kamala
    kamila kamran kana kanako kaori kara karan kareem karen karim karin karina karl karla
    karlheinz karlos karol karolina karsten karthik kasey kasia kasper katalin katarina
    katarzyna kate kateryna katharina katherine kathleen kathrin kathrine kathryn kathy katia
    katie katinka katja katleen katrin katrina katy katya kavita kay kayla kayleigh kazimierz
    kazuko kazuo keegan kees keiko keira keisuke keith kelly kelsey kelvin ken kenji kenneth
    kenny kenta kenton kerri kerry kerstin kevin keziah khadija khaled khalid kian kiera kieran
    kiki kim kimberly kimiko kinga kira kiran kirill kirk kirsten kirstie kirstin kirsty kitty
    kjell klara klaus knud knut koji konrad konstantin konstanze kornelia kostas kris krishna
    krista kristen kristi kristian kristiane kristie kristin kristina kristoffer krystal
    krystyna krzysztof kumiko kunal kurt kurtis kwame kyle kylie kyoko kyra lachlan lada
    laetitia laila lakshmi lalita lana lanie lara larry lars laszlo latisha laura laure lauren
    laurence laurent laurentiu lauri laurie lauro lavinia lawrence layla lazlo lea leah leander
    leandra leandro leane leann leanne lee leif leighton leila leilani lena lenka lennart lennie
    lennox lenny lenora leo leon leonard leonardo leonhard leonid leonie leonora leonore leopold
    leora leroy leslie lester leticia letitia letizia lewis lexi liam liane lidia lidija
    liesbeth liesel liisa lila lilian lilith lilja lilli lillian lilly lily lina linda lindsay
    linnea linus lionel lisa lisbeth lise lisette livia liviu liz lizzie ljubica lloyd lluis
    lois lola lorelei loren lorenz lorenzo loretta loris lorna lorne lorraine lorrie lothar
    lotta lotte lottie lou louella louis louisa louise loïc luana luc lucas lucia lucian luciana
    luciano lucie lucien lucille lucinda lucio lucretia lucy ludo ludovic ludovica ludwig luigi
    luis luisa luise lukas luke lydia lydie lyle lynda lyndon lyndsey lynette lynn lynne
    lysander maarten maartje mabel maciej mackenzie macy madeleine madeline madelyn madhu mads
    maeve mafalda magali magda magdalena magdalene maggie magnus mahmoud maik maisie maite maja
    malala malcolm malgorzata malia malin malina mallory mamie mandy manfred manisha manjit
    manoel manohla manoj mansoor manuel manuela manus mara marc marcel marcela marcella marcelle
    marcellin marcelo marcia marcial marcin marco marcus mared marek maren margaret margareta
    margarethe margarita margaux margery margherita margit margo margot margret margrit
    marguerite mari maria mariah mariam marian mariana mariann marianne mariano maribel maricel
    maricruz marie mariel mariella marielle marietta mariette marijke marika marilyn marina
    marinus mario marion marisa marisela marissa marit marita maritza marius marjan marjolein
    marjorie marjory markus marla marlene marlo marlon marna marnie marsden marsha marta martha
    martijn martin martina martine marty maruja marvin marwan mary maryam maryann marylou masaki
    masha massimiliano massimo masud mateo mathias mathieu mathilde matilda mats matt matteo
    matthew matthias matthijs mattia mattias mattie maud maude maura maureen maurice mauricio
    mauro mavis max maxim maxime maximilian maximo maxine maya mayumi mckenna meera megan meghan
    mehdi mehmet mehreen meike meinhard meir melanie melina melinda melissa melvin melvyn menno
    mercedes meredith meret merle merrill merritt mervyn meryl mette mhairi mia micaela micah
    micha michael michaela michal michalina micheal michel michele micheline michelle michiko
    mick mickey miguel mihai mika mikael mikaela mike mikey mikhail mikkel mila milan mildred
    milena miles millicent millie milly milo milton mimi mina mindy minna minnie mira miranda
    mireille mirek mirela miriam mirjam mirko miroslav mischa mitch mitchell mitsuko mitzi
    mohamed mohammed mohan mohit moin moira molly mona monica monika monique mordecai morgan
    moritz morris morten mortimer mostafa mukesh murali murdo muriel murielle murray mustafa
    myfanwy myles myra myriam myrna myron myrtle nabil nadege nadezhda nadia nadim nadine nadira
    nadja nahum naima najib nanci nancy nanette naoko naomi narendra nasreen nasser nastassja
    natalia natalie natalya natascha natasha nate nathalie nathan nathanael nathaniel naveed
    naveen navid neal neda neha nehal nehemiah neil nell nelleke nellie nelly nelson nerea nerys
    nessa nestor netta neville ngaio ngozi niall nicanor nicholas nicholle nicholson nick
    nickolas nicky nico nicola nicolas nicole nicoletta nicolette nicolo niels nigel nikhil
    nikita nikki niklas niko nikola nikolai nikolas nikos nils nimrod nina nino nirmala nisha
    nissim nitin niven noa noah noam noel noelle noemi nolan nora norbert noreen noriko norma
    norman norris nour nuala nuno nuria octavia octavio odette odile ofelia ofer oisin okwui ola
    olaf oleg olek olena olga oliver olivia olivier olwen olympia omar omer ondine oona oonagh
    ophelia orhan oriana oriol orla ornella orsolya orson ortrud orville oscar oskar oswald otis
    ottilie otto ottoline oumar owen ozan paavo pablo padraic padraig pamela pamina panos paola
    paolo pascal pascale pasquale patrice patricia patrick patrik patsy patti patty paul paula
    paulette paulina pauline paulo paulus pavel pavla pawel pearse pedra pedro peggy pekka
    penelope penny pepe per percival percy peregrine perla pernille perry petar pete peter petra
    petros petula peyton phelim phil philip philipp philippa philippe phillip philomena phineas
    phoebe phyllida phyllis pierre pieter pietro pilar piotr pippa pirkko placido polina polly
    portia prabha prakash pranav prasad pratap prisca priscilla priya prosper prue ptolemy qasim
    quentin quincy quinn quintin rachael rachel rachelle radek radha radu rafael rafaela
    rafaella rafal rafe rafi rahul raimund raina rainer raisa raj raja rajesh rajiv rajni ralf
    ralitsa ralph ramesh ramin ramon ramona ramsay randall randy rania ranjit ranulf raoul
    raphael raphaelle raquel rashid rasmus raul ravi raya raylene raymond raymonde reba rebecca
    rebekah reece reggie regina reginald regine reid reiko reina reinhard reinhold reinier remi
    remy renata renato renaud rene renee renzo reuben reza rhea rhiannon rhoda rhona rhonda rhys
    ricardo riccardo richa richard richie rick ricki rickie ricky rikke ringo rishi risto rita
    ritchie roald rob robbie robbin robert roberta roberte roberto robin robyn rocco rochelle
    rocio roddy roderic roderick rodney rodolfo rodrigo roel roelof roger rohan rohit roisin
    roland rolando rolf romain romaine roman romana romina romy ron rona ronald ronaldo ronan
    ronda ronja ronnie rory rosa rosabel rosalia rosalie rosalind rosalyn rosamond rosamund
    rosanna rosanne roscoe rosella roselyn rosemary rosetta rosie rosina rosita ross roswitha
    rowan rowena roxana roxane roxanna roy royston roza ruben rudiger rudolf rudolph rudy ruedi
    rufus rui rukmini rupert rupinder ruslan russell ruta rutger ruth ruthie ryan ryosuke
    ryszard saanvi sabina sabine sabri sabrina sachiko sachin sadie saeed safiya sagal sagar
    sahar sakura salim sallie sally salma salvador salvatore sam samantha samara sameer samina
    samir sammy samuel sandeep sandor sandra sandrine sandy sangeeta sanjay sanna santosh
    saoirse sara sarah saraswati sarita sascha sasha saskia satish satoshi saul saurabh savita
    sayaka scott seamus sean sebastian sebastien selena selim selina selma senta septimus
    serafina seraphina serena serge sergei sergej sergey sergio sergiu seth severin severine
    seymour shabnam shahid shahin shaila shakira shalini shamim shamus shana shandra shane shani
    shanna shannon shantel sharad shari sharlene sharmila sharon shaun shauna shawn shawna
    shayna sheena shefali sheila shelagh shelby sheldon shelley shelly shereen sheri sherrie
    sherwin sheryl shigeru shilpa shinji shirin shirley shivani shlomo shobha shona shoshana
    shreya shruti shubham shula shyam sibyl sibylle sidney sidonie siegfried sieglinde siegmund
    sigmund signe sigrid sigurd silas silje silke silvana silvester silvia silvina silvio simeon
    simon simona simone simonetta simran sinclair sinead siobhan sissel sita sixten slavoj
    slawomir snezana sofia sofie sohail solange soledad solomon solveig sondra sonia sonja
    sophia sophie sorcha soren soumya spencer spiros stacey stacie stacy stan stanislaw stanley
    stanton starla stavros stefan stefania stefanie stefano steffen steffi stella stellan steph
    stephan stephane stephania stephanie stephano stephen stephon steve steven stevie stewart
    stig stina stuart subhash suchitra sudhir sue suki suleiman sumit sunil sunita suresh susan
    susanna susanne sushila sushma susi susie suzan suzanna suzanne suzette suzie suzy svein
    sven svenja sverre svetlana swati sybil syed sylvain sylvaine sylvester sylvia sylvie sylwia
    tabitha tadeusz tadhg tahir taika taisha takashi talia talitha tallulah tamar tamara tamas
    tamika tammy tamsin tancredi tania tanja tanvi tanya tara tarek tariq tarquin taryn tasha
    tatiana tatjana tatum tavi teagan ted tehmina tejas teodor teodora teodoro terence teresa
    terrance terrell terrence terri terry tess tessa tetsuya tevin thaddeus thalia thandie thea
    thelma thelonious theo theodor theodora theodore theophilus theresa therese theresia theron
    thibault thierry thijs thilo thom thomas thora thorsten thurston tibor tiernan tierney
    tiffany tilda till tilly tim timo timon timothee timothy tina tirza tisha titus tiziana
    tobiah tobias tobin toby todd tom tomas tomasina tomasso tomasz tomer tommaso tommy tomoko
    toni tonia tonio tonje tony tonya torben tord tori torsten torvald tove toyah tracey tracy
    travis trevin trevor tricia trina trisha tristam tristan tristram trixie troels trudi trudy
    trygve tsveta tuomas tuula twyla tyler tyra tyree tyrone tzvi udo ugo ulf ulla ulrica ulrich
    ulrika ulrike umair umberto uriel ursina ursula usha usman uta uwe uzma vaclav valentin
    valentina valeria valerie valerio valery vanessa vasilis vasily vasudha vaughan vaughn velma
    venetia venkat vera verena verity verna vernon veronica veronika veronique vesna vesta
    vibeke vicente vicki vickie vicky victoire victor vida vidya vijay vikas vikram viktor
    viktoria viktoriya vilhelm vilma vimal vinay vincent vincenzo vineet vineeta vinod viola
    violeta viraj virgil virgilio virginie visnja vito vitor vittoria vittorio vivek vivi vivian
    viviane vivianne vivien vivienne vlad vladimir vladislav vojtech volker volkmar vroni
    vyacheslav wafa wahid walburga waldemar waldo walid wallis walter walther waltraud wanda
    warren waseem wassily waylon wayne wenche wendelin wendell wendy wenzel werner weronika wes
    wiebke wiktor wilbur wilburn wilfred wilfrid wilfried wilhelm wilhelmina wilhelmine willa
    willard willem willemijn willi william williamina willie willis willy wilma wim winfried
    winifred winnie winona winslow winston wladimir wojciech wolf wolfgang wolfram wouter wyatt
    wynne xander xanthe xavier xenia ximena xiomara xochitl yael yakov yan yann yannick yannis
    yarden yasmeen yasmin yasmina yasmine yasuo yehuda yelena yesenia yiannis yitzhak ynez yngve
    yoav yogesh yoko yolanda yolande yoshiko younes youssef yukari yuki yukiko yukio yulia yuri
    yuriko yusuf yuval yves yvette yvonne zac zach zachariah zachary zack zadie zahra zaid
    zainab zak zara zbigniew zdenek zehra zeke zelma zena zeynep zhanna zilla zoe zoey zofia
    zohra zoltan zora zoran zosia zsofia zsuzsa zubin zuleika zuzana
""")
