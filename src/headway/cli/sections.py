"""Lists of commands with their whole sentences; `headway --help` in sections: the first step stands on top."""

from typing import Any, Final

from typer.core import TyperGroup

SECTIONS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("Begin here", ("serve", "plan", "read")),
    ("What you can do", ("fit", "why", "test", "lab", "profile", "verify")),
    ("As you go", ("log", "undo", "status", "replan", "plans", "apply")),
    ("With a coach or a class", ("share", "class")),
    ("Jobs and pay", ("market", "posting", "pay")),
    ("What Headway knows", ("roles", "role", "skill", "path", "compare", "resources", "glossary", "facts", "sources")),
    ("Your data", ("export", "import", "backup", "forget")),
    ("For those who work on it", ("skills", "audit", "check", "calibrate", "mcp")),
)
BEGIN: Final = "headway serve opens it in your browser; headway plan MY-CV.pdf answers here."


class Whole(TyperGroup):
    """A group whose commands are told with their whole first sentence, in one section."""

    def sections(self, ctx: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Titles with the names below them."""
        return (("Commands", tuple(self.list_commands(ctx))),)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Called by click for the list of commands."""
        for title, names in self.sections(ctx):
            told = [(name, command.help or "") for name in names if (command := self.get_command(ctx, name))]
            with formatter.section(title):
                formatter.write_dl([(name, " ".join(text.split("\n\n")[0].split())) for name, text in told])


class Sections(Whole):
    """The group of all commands. tests/cli proves that each has its place."""

    def sections(self, ctx: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What a person wants, not how the code is cut."""
        return SECTIONS

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """The first step once more, where the eye ends."""
        formatter.write_paragraph()
        formatter.write_text(BEGIN)
