import { describe, expect, test } from 'vitest'
import { findDates } from '../../../../electron/core/dates/find.ts'
import { ownLabels } from '../../../bench/date-sentences.ts'

/** Our own sentences, each with every date expression in it and none besides. */
describe.each(['zh', 'en'])('labelled sentences, %s', language => {
  test.each(ownLabels(language))('$text ($reference)', ({ text, reference, dates }) => {
    const found = findDates(text, reference, language)
    expect(found.map(date => [date.phrase, date.edtf])).toEqual(dates)
  })
})
