/** citeproc-js 1.4, as far as it is used here: it comes without types. */
declare module 'citeproc' {
  interface System {
    readonly retrieveLocale: (language: string) => string
    readonly retrieveItem: (id: string) => object
  }
  interface Bibliography {
    readonly entry_ids: readonly (readonly string[])[]
  }
  class Engine {
    constructor(system: System, style: string, language: string, forceLanguage: boolean)
    readonly opt: { readonly development_extensions: { wrap_url_and_doi: boolean } }
    updateItems(ids: readonly string[]): void
    /** The facts of the list and its entries as HTML; false where the style has no list. */
    makeBibliography(): [Bibliography, readonly string[]] | false
  }
  const CSL: { readonly Engine: typeof Engine }
  export default CSL
}
