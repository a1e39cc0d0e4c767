import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readGroups } from '../../../electron/core/model/group-lines.ts'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { openList } from '../../shell/panes.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { today } from '../search/today.ts'
import { useListing } from '../search/use-search-request.ts'
import { destinationOf } from './jump.ts'
import { jumpedTo } from './jumped-to.ts'
import { spanOfEdtf } from './strip/days.ts'

interface Props {
  /** The list to go about in, over all days. */
  readonly filter: Filter
  /** Called with the days of the group that is gone to. */
  readonly onJump: (group: string) => void
  readonly onClose: () => void
}

/** Asks for a date in words, says how it is read, and takes the list and the strip there. */
export function JumpDialog({ filter, onJump, onClose }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [words, setWords] = useState('')
  const { data: listing } = useListing(filter)
  const groups = useMemo(() => readGroups(listing?.groups ?? ''), [listing])
  const found = destinationOf(words, groups, today())
  const say = (edtf: string): string => formatDate(edtf, language, { weekday: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (found?.group === undefined) return
    onJump(found.group)
    jumpedTo.set({ group: found.group, span: spanOfEdtf(found.isThere ? found.date : found.group) })
    onClose()
    requestAnimationFrame(openList)
  }
  const hint =
    found === undefined
      ? t('timeline.jumpHint')
      : found.group === undefined
        ? t('timeline.jumpNothing')
        : found.isThere
          ? t('timeline.jumpThere', { date: say(found.date) })
          : t('timeline.jumpNearest', { date: say(found.date), nearest: say(found.group) })
  const isUnread = words.trim() !== '' && found === undefined
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('timeline.jump')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="strong" type="submit" form="jump" isDisabled={found?.group === undefined}>
            {t('timeline.jumpGo')}
          </Button>
        </>
      }
    >
      <form id="jump" onSubmit={submit}>
        <TextField
          label={t('timeline.jumpDate')}
          value={words}
          onChange={setWords}
          maxLength={100}
          hint={<span role="status">{isUnread ? t('timeline.jumpUnread', { words }) : hint}</span>}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
