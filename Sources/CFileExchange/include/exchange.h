/// Exchanges two paths in one step: whoever looks sees either the old or the new.
/// Returns 0, or -1 with `errno` set; ENOSYS or EINVAL where the system cannot do it.
int bylaw_exchange_paths(const char *first, const char *second);
