import { useState } from 'react'
import type { Failure } from '../../../api/failure.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useFolderPicker } from '../../../paths/use-folder-picker.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

/** A folder, typed or, on the desktop, picked. */
export function FolderField(props: Omit<TextFieldProps, 'after'>) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const { label, value, onChange } = props
  const picker = useFolderPicker({ title: label, value, onChange, onFailure: setFailure })
  return (
    <>
      <TextField {...props} after={picker} />
      {failure === null ? null : <FailureMessage failure={failure} />}
    </>
  )
}
