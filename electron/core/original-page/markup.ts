const words = (...lines: string[]): ReadonlySet<string> => new Set(lines.flatMap(line => line.split(' ')))

/** Elements that show text and arrange it. Whatever is in neither list gives its place to what is in it. */
export const SHOWN = words(
  'html head body main article section nav aside header footer hgroup search address div span p br hr wbr',
  'h1 h2 h3 h4 h5 h6 blockquote pre ul ol li dl dt dd menu dir figure figcaption picture img a',
  'em strong b i u s small cite q dfn abbr data time code var samp kbd sub sup mark bdi bdo ruby rb rt rtc rp',
  'ins del big tt strike font center nobr acronym',
  'table caption colgroup col thead tbody tfoot tr td th details summary dialog',
)

/** Elements that are left out with all that is in them. */
export const DROPPED = words(
  'script style noembed noframes template iframe frame frameset object embed applet param portal fencedframe',
  'svg math audio video source track canvas map area link meta base title input select datalist textarea',
  'option optgroup meter progress output plaintext xmp selectedcontent geolocation',
)

/** Elements of forms, each shown as one that only holds words. */
export const SHOWN_AS: Readonly<Record<string, string>> = {
  form: 'div',
  fieldset: 'div',
  legend: 'div',
  label: 'span',
  button: 'span',
}

export const VOID = words('br hr img wbr col')

/** Attributes that are words or numbers, whatever they say. */
const PLAIN = words(
  'class id lang dir title alt width height align valign border cellpadding cellspacing bgcolor color face size',
  'colspan rowspan span scope headers abbr nowrap rules frame summary hspace vspace start type value reversed',
  'datetime open hidden role text clear noshade char charoff compact',
)

/** Whether an attribute may stay as it is: one that no browser takes for an address or a script. */
export const isPlainAttribute = (name: string, value: string): boolean =>
  PLAIN.has(name) ||
  /^aria-[a-z]+$/u.test(name) ||
  (/^data-[a-z\d-]+$/u.test(name) && /^[\w -]*$/u.test(value))

/** Elements that a page has made up: they do nothing without a script, and its style sheet knows them. */
export const isCustomElement = (tagName: string): boolean => /^[a-z][a-z\d]*(?:-[a-z\d]+)+$/u.test(tagName)
