"""A CV (and later repositories, certificates) turned into dated evidence."""
