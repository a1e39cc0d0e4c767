import { fail, ok, type Result } from '../core/result.ts'
import { decodeHtml } from './html-charset.ts'
import { binaryPlist } from './plist-binary.ts'
import type { PlistValue } from './plist-value.ts'
import { type XmlElement, xmlTree } from './xml-tree.ts'

function plistValue(element: XmlElement): PlistValue {
  switch (element.name) {
    case 'dict': {
      const values = new Map<string, PlistValue>()
      for (const [at, child] of element.children.entries()) {
        const value = element.children[at + 1]
        if (child.name === 'key' && value !== undefined) values.set(child.text, plistValue(value))
      }
      return values
    }
    case 'array':
      return element.children.map(plistValue)
    case 'data':
      return Buffer.from(element.text, 'base64')
    case 'true':
    case 'false':
      return element.name === 'true'
    case 'integer':
    case 'real':
      return Number(element.text.trim())
    case 'date': {
      const date = new Date(element.text.trim())
      return Number.isNaN(date.getTime()) ? undefined : date
    }
    default:
      return element.text
  }
}

const isBinaryPlist = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 8)).toString('latin1') === 'bplist00'

/** A property list of macOS, binary or XML (`man 5 plist`): the outermost value. */
export function readPlist(bytes: Uint8Array): Result<PlistValue, 'damaged' | 'unsafe'> {
  if (isBinaryPlist(bytes)) return binaryPlist(bytes)
  const root = xmlTree(decodeHtml(bytes).text.trim())
  if (!root.ok) return root
  const [top] = root.value.children
  return root.value.name !== 'plist' || top === undefined ? fail('damaged') : ok(plistValue(top))
}
