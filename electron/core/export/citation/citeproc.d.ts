/** citeproc-js 1.4, as far as it is used here: it comes without types. */
declare module 'citeproc' {
  interface System {
    readonly retrieveLocale: (language: string) => string
    readonly retrieveItem: (id: string) => object
  }
  interface Bibliography {
    readonly entry_ids: readonly (readonly string[])[]
    /** Of a part of the list: whether it is the last. */
    readonly done?: boolean
  }
  class Engine {
    constructor(system: System, style: string, language: string, forceLanguage: boolean)
    readonly opt: { readonly development_extensions: { wrap_url_and_doi: boolean } }
    updateItems(ids: readonly string[]): void
    /** How the engine itself asks for an item. */
    retrieveItem: (id: string) => object
    /** Tells the works apart that would be cited alike. */
    readonly disambiguate: { run: (...of: readonly unknown[]) => unknown }
    /**
     * The facts of so many entries of the list, from its beginning or after one of them, and these as HTML; false where the
     * style has no list.
     */
    makeBibliography(part: {
      readonly page_start: true | string
      readonly page_length: number
    }): [Bibliography, readonly string[]] | false
  }
  const CSL: { readonly Engine: typeof Engine }
  export default CSL
}
