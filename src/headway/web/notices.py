"""What a page says after something was done. The address holds a word of ours, never a text."""

NOTICES = {
    "read": "Your CV was read and kept. Put right what is wrong.",
    "answers": "Your answers are kept.",
    "level": "Noted. Your log holds the correction.",
    "removed": "Taken away. Your log holds the correction; you can bring it back below.",
    "undone": "Taken back. The log on the Progress page can bring it back.",
    "back": "It counts again.",
    "kept": "The plan is kept.",
    "same": "Nothing had changed, so the plan stays as it was.",
    "step": "Written down. Bring the plan up to date when you like.",
    "swapped": "Swapped: the log and the plan have it. Undo on the Progress page brings the old step back.",
    "address": "Here is the address. An earlier one opens nothing any more.",
    "market": "The market plan is in its calendar. Here is the address.",
    "market-closed": "The market plan is out of the calendar.",
    "closed": "The address opens nothing any more.",
    "hours": "Written down.",
    "examples": "The invented postings are here.",
    "imported": "The postings are here.",
    "saved": "Saved. Write down what happens with it.",
    "there": "This posting was here already; nothing was added.",
    "moved": "Written down.",
    "forgotten": "Everything about you was erased.",
}


def notice(word: str) -> str:
    """The sentence for a word; nothing for a word that is not ours."""
    return NOTICES.get(word, "")
