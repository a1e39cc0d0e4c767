/** The sizes of page that a book, or a document, can have. */
export const PAPERS = ['A4', 'Letter', 'A5'] as const

export type Paper = (typeof PAPERS)[number]
