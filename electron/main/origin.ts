/** The one origin of our own pages. */
export const APP_SCHEME = 'app'
export const WINDOW_HOST = 'cuttings'
export const BOOK_HOST = 'book'
export const WINDOW_ORIGIN = `${APP_SCHEME}://${WINDOW_HOST}`
export const WINDOW_URL = `${WINDOW_ORIGIN}/index.html`
/** Kept originals, each shown in a sandboxed frame, which makes its origin an opaque one. */
export const ORIGINALS_PATH = '/original/'
export const ORIGINALS_URL = `${WINDOW_ORIGIN}${ORIGINALS_PATH}`
