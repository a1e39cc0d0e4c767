/** The one origin of our own pages. */
export const APP_SCHEME = 'app'
export const WINDOW_HOST = 'cuttings'
export const BOOK_HOST = 'book'
export const WINDOW_ORIGIN = `${APP_SCHEME}://${WINDOW_HOST}`
export const WINDOW_URL = `${WINDOW_ORIGIN}/index.html`
