"""Boards and pages fetched: public posting endpoints and single pages only, slowly and with care."""
