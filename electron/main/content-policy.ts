import { ORIGINAL_PAGE_POLICY } from '../core/original-page/safe-page.ts'
import { ORIGINALS_URL, WINDOW_ORIGIN } from './origin.ts'

/**
 * The Content Security Policy of the window. `style-src-attr` is needed by the list's virtualiser and by
 * floating layers, which place elements by style attributes; style elements and every other inline code stay
 * forbidden. `connect-src` is 'none': the window talks to the main process only. A frame holds a kept original and
 * nothing else; it is not `srcdoc`, whose page would be under this policy beside its own.
 */
export const WINDOW_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  `frame-src ${ORIGINALS_URL}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** The policy of a kept original: an opaque origin, no script, no request, no form, no link that leads away. */
export const ORIGINAL_POLICY = `${ORIGINAL_PAGE_POLICY}; sandbox; frame-ancestors ${WINDOW_ORIGIN}`

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
