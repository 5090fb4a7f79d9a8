#include <stddef.h>

/// A file of the built-in theme, as it stood when the program was compiled.
struct bylaw_theme_file {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// How many files the theme has.
size_t bylaw_theme_count(void);

/// File `index`, from 0.
struct bylaw_theme_file bylaw_theme_file(size_t index);
