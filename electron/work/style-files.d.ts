/** Citation styles and their locales, bundled as text. */
declare module '*.csl?raw' {
  const xml: string
  export default xml
}
declare module '*.xml?raw' {
  const xml: string
  export default xml
}
