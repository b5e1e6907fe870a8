"""How much of a file is read, and what its reader may use."""

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """Ceilings for reading one document. A CV comes nowhere near any of them.

    file_bytes: larger files are refused. pages, characters: what lies beyond is left out and said so.
    unpacked_bytes, unpacked_ratio: for formats that are compressed archives (DOCX).
    memory_bytes, cpu_seconds, wall_seconds: for the process that parses (see `sandbox.Bounds`).
    in_process_bytes: text, Markdown and JSON up to this size are read without a process.
    pictured_pages: PDF pages compared with their picture to find hidden text; the others are judged by colour alone.
    """

    file_bytes: int = 50_000_000
    pages: int = 200
    characters: int = 1_000_000
    unpacked_bytes: int = 100_000_000
    unpacked_ratio: int = 200
    memory_bytes: int = 1 << 30
    cpu_seconds: int = 15
    wall_seconds: float = 40.0
    in_process_bytes: int = 500_000
    pictured_pages: int = 30
