import { clippingIdSchema } from './identifiers.ts'

/** The scheme of addresses that lead to a clipping of the user's own library. */
export const LINK_SCHEME = 'cuttings'

const LINK = /^cuttings:\/\/clipping\/(?<id>[\da-f-]{36})\/?$/iu

/** The address of a clipping, for other programs on this machine: the app opens it there. */
export const linkTo = (id: string): string => `${LINK_SCHEME}://clipping/${id}`

/** The clipping that an address leads to; undefined for any other address, whoever made it. */
export function clippingInLink(address: string): string | undefined {
  const id = LINK.exec(address.trim())?.groups?.['id']?.toLowerCase()
  return id !== undefined && clippingIdSchema.safeParse(id).success ? id : undefined
}

/** Whether an address is meant for the app, be it one that leads to a clipping or not. */
export const isOwnLink = (address: string): boolean => /^cuttings:/iu.test(address)
