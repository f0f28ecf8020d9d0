'use client'

import { type ReactNode, useId } from 'react'

type Props = {
  question: ReactNode
  why?: ReactNode
  options: readonly { value: string; text: ReactNode }[]
  /** Null while the question is open: nothing is chosen for the person. */
  chosen: string | null
  onAnswer: (value: string) => void
}

/** A question that must be answered before a file can be imported. */
export function RadioQuestion({ question, why, options, chosen, onAnswer }: Props) {
  const group = useId()
  return (
    <fieldset className="rounded-card bg-warning-wash p-3.5">
      <legend className="float-left w-full font-semibold wrap-anywhere">{question}</legend>
      <div className="clear-both">
        {why && <p className="text-pretty">{why}</p>}
        <div className="mt-1.5 flex flex-col">
          {options.map(({ value, text }) => (
            <label key={value} className="control flex cursor-pointer items-center gap-2.5 py-1.5">
              <input
                type="radio"
                name={group}
                required
                checked={chosen === value}
                onChange={() => onAnswer(value)}
                className="size-4.5 shrink-0 accent-accent"
              />
              <span className="min-w-0 wrap-anywhere">{text}</span>
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  )
}
