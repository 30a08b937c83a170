import { useState } from 'preact/hooks';
import { fullDate, isDate } from '../format/typed-date.ts';
import { Button } from './button.tsx';
import { DateField } from './date-field.tsx';

type ChooserProps = {
  readonly id: string; readonly class: string; readonly label: string; readonly hint?: string; readonly day: string; readonly onDay: (day: string) => void;
  /** what the button says, and what is said of something that is no day */
  readonly show: string; readonly wrong: string;
};

/** The day that is looked at, and the way to another. Keyed by its day by who uses it, so that it shows the day it leads to. */
export const DayChooser = ({ id, class: name, label, hint, day, onDay, show, wrong }: ChooserProps) => {
  const [typed, setTyped] = useState(day);
  const [refused, setRefused] = useState(false);
  const choose = (event: Event): void => {
    event.preventDefault();
    const chosen = fullDate(typed);
    setRefused(!isDate(chosen));
    if (isDate(chosen)) onDay(chosen);
  };
  return (
    <form class={name} noValidate onSubmit={choose}>
      <DateField id={id} label={label} hint={hint} value={typed} onValue={setTyped} error={refused ? wrong : undefined} />
      <Button type="submit" kind="secondary" small>{show}</Button>
    </form>
  );
};
