// Joining class names. Nothing else.

/** The names that are there, in order. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
