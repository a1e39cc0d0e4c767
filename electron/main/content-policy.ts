/**
 * The Content Security Policy of the window. `style-src-attr` is needed by the list's virtualiser and by
 * floating layers, which place elements by style attributes; style elements and every other inline code stay
 * forbidden. `connect-src` is 'none': the window talks to the main process only.
 */
export const WINDOW_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** The policy of a book that is printed: no script at all, nothing from anywhere else. */
export const BOOK_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The policy of a picture, should it ever be opened by itself. */
export const ASSET_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
