/**
 * The shape of the English texts, from the Chinese ones: the same keys, and beside each plural `x_other` the
 * `x_one` that Chinese does not have. A missing or a surplus key does not compile.
 */
export type English<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : English<T[K]>
} & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string
}
