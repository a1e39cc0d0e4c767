/** Elements whose content a browser does not show as text. */
export const UNSEEN = new Set([
  ...[
    'head',
    'script',
    'style',
    'noscript',
    'template',
    'iframe',
    'object',
    'embed',
    'audio',
    'video',
    'canvas',
  ],
  ...['svg', 'math', 'textarea', 'datalist', 'map', 'noframes', 'noembed', 'frameset', 'title'],
])

/** Elements that start and end a line of text. */
export const BLOCKS = new Set([
  ...[
    'html',
    'body',
    'address',
    'article',
    'aside',
    'blockquote',
    'center',
    'dd',
    'details',
    'dialog',
    'dir',
    'div',
  ],
  ...['dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...[
    'header',
    'hgroup',
    'hr',
    'legend',
    'li',
    'listing',
    'main',
    'menu',
    'nav',
    'ol',
    'optgroup',
    'p',
    'plaintext',
  ],
  ...[
    'pre',
    'search',
    'section',
    'summary',
    'table',
    'caption',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
    'ul',
  ],
  ...['select', 'option', 'xmp', 'marquee', 'multicol', 'button'],
])

/** Elements that keep white space. */
export const PREFORMATTED = new Set(['pre', 'listing', 'plaintext', 'xmp'])
