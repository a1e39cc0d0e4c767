/*
 * A pattern with the flags `iu` that has `\p{L}` in it takes V8 about four milliseconds to compile, because it closes
 * all letters of Unicode over their cases; the seventy of the English dates took a third of a second in every thread
 * that read its first article. Without the flag `i`, over a text in small letters, they take a tenth of that.
 */

/** The text with its ASCII letters small, position for position; `toLowerCase` can make a text longer. */
export const smallLetters = (text: string): string =>
  text.replace(/[A-Z]+/g, letters => letters.toLowerCase())

/** The pattern without the flag `i`, for a text in small letters. Its own letters have to be ASCII. */
export const smallPattern = ({ source, flags }: RegExp): RegExp =>
  new RegExp(
    source.replace(/\\p\{[^}]*\}|\\k<\w+>|\\.|\(\?<[a-z]\w*>|[A-Z]/giu, token =>
      token.length === 1 ? token.toLowerCase() : token,
    ),
    flags.replace('i', ''),
  )
