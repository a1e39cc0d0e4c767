import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  EDITED_ANSWERS,
  type EditedAnswer,
  type EditedFile,
} from '../../../electron/core/model/edited-file.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import styles from './EditedFiles.module.css'

const css = classNames(styles)

type Answer = EditedAnswer['answer']

interface Props {
  readonly files: readonly EditedFile[]
  readonly onAnswer: (answers: EditedAnswer[]) => void
  readonly onClose: () => void
}

/** Asks what becomes of files that were changed by hand since they were exported: of all of them, or one by one. */
export function EditedFiles({ files, onAnswer, onClose }: Props) {
  const { t } = useTranslation()
  const [all, setAll] = useState<Answer>('mine')
  const [single, setSingle] = useState<ReadonlyMap<string, Answer>>(new Map())
  const choices = EDITED_ANSWERS.map(value => ({ value, label: t(`exporting.edited.answers.${value}`) }))
  const answerOf = (path: string): Answer => single.get(path) ?? all
  return (
    <Dialog
      isOpen
      title={t('exporting.edited.title', { count: files.length })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="strong"
            onPress={() =>
              onAnswer(files.map(({ path, sha256 }) => ({ path, sha256, answer: answerOf(path) })))
            }
          >
            {t('exporting.edited.go')}
          </Button>
        </>
      }
    >
      <p className={css('detail')}>{t('exporting.edited.detail')}</p>
      <RadioGroup
        label={t('exporting.edited.all')}
        direction="row"
        choices={choices}
        value={all}
        onChange={answer => {
          setAll(answer)
          setSingle(new Map())
        }}
        hint={t(`exporting.edited.details.${all}`)}
      />
      {files.length > 1 && (
        <div className={css('files')}>
          {files.map(({ path }) => (
            <RadioGroup
              key={path}
              label={path}
              direction="row"
              choices={choices}
              value={answerOf(path)}
              onChange={answer => setSingle(new Map(single).set(path, answer))}
            />
          ))}
        </div>
      )}
      {files.length === 1 && <p className={css('path')}>{files[0]?.path}</p>}
    </Dialog>
  )
}
