declare module 'dompurify-fixtures/test/fixtures/expect.js' {
  const fixtures: readonly { readonly title?: string; readonly payload: string }[]
  export default fixtures
}
