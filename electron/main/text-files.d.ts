/** A text file that the build puts into the bundle. */
declare module '*.txt?raw' {
  const text: string
  export default text
}
