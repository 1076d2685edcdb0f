"""Write the table of keys into README.md from the table of commands; with --check, only compare."""

import sys
from pathlib import Path

from herreader.keys import COMMANDS, GROUPS

README = Path(__file__).parent.parent / "README.md"
BEGIN = "<!-- keys: written by scripts/readme_keys.py -->"
END = "<!-- end of keys -->"


def key_table() -> str:
    """Give the table as Markdown, one part for each group of commands."""
    lines: list[str] = []
    for group, heading in GROUPS.items():
        lines += ["", f"**{heading}**", "", "| keys | what they do | command |", "|---|---|---|"]
        for command in COMMANDS:
            if command.group == group:
                keys = " ".join(f"`{keys}`" for keys in command.keys)
                lines.append(f"| {keys} | {command.help} | `{command.id}` |")
    return "\n".join([*lines, ""])


def main() -> int:
    """Write or compare the table; 1 if it differs."""
    readme = README.read_text(encoding="utf-8")
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    wanted = f"{before}{BEGIN}\n{key_table()}\n{END}{after}"
    if "--check" in sys.argv:
        if wanted != readme:
            print("README.md: the table of keys is old; run scripts/readme_keys.py")
        return int(wanted != readme)
    README.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
