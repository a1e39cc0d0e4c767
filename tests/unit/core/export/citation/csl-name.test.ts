import { describe, expect, it } from 'vitest'
import { cslNames } from '../../../../../electron/core/export/citation/csl-name.ts'

const only = (name: string) => cslNames([name])[0]

describe('a name of CSL', () => {
  it.each([
    ['Jane Doe', { family: 'Doe', given: 'Jane' }],
    ['John F. Kennedy', { family: 'Kennedy', given: 'John F.' }],
    ['J. R. Smith', { family: 'Smith', given: 'J. R.' }],
    ['Sinéad O’Connor', { family: 'O’Connor', given: 'Sinéad' }],
    ['Pieter van der Poel', { family: 'Poel', given: 'Pieter', 'non-dropping-particle': 'van der' }],
    ['Martin King Jr.', { family: 'King', given: 'Martin', suffix: 'Jr.' }],
  ])('is taken apart where its parts are certain: %s', (name, parts) => {
    expect(only(name)).toEqual(parts)
  })

  it.each([
    '王文涛',
    '欧阳静',
    '阿卜杜拉·艾哈迈德',
    '新华社',
    '本报编辑部',
    'Reuters',
    'AFP',
    'Associated Press',
    'BBC News',
    'The Editorial Board',
    'Agence France-Presse',
    'Gabriel García Márquez',
    'Mary Ann Smith',
    'Anne-Marie Le Goff',
    'Li Yuan',
    'Xi Jinping',
    'Kim Jong-un',
    'Nguyen Van An',
    'Doe, Jane',
    'O’Brien & Sons',
    'Мария Иванова',
    'Madonna',
  ])('stays whole where they are not: %s', name => {
    expect(only(name)).toEqual({ literal: name })
  })
})
