import type { Block, Body } from '../model/body.ts'

/** Puts a block where its `dataOrder` says, after any block of the same order. Other blocks keep their places. */
export function insertBlock(body: Body, block: Block): Body {
  const order = block.properties.dataOrder
  const found = body.children.findIndex(other => other.properties.dataOrder > order)
  const at = found === -1 ? body.children.length : found
  return { ...body, children: [...body.children.slice(0, at), block, ...body.children.slice(at)] }
}

/** The body without the blocks of the given order; the same instance where there is none. */
export function withoutBlock(body: Body, order: number): Body {
  const children = body.children.filter(block => block.properties.dataOrder !== order)
  return children.length === body.children.length ? body : { ...body, children }
}
