import { SelectField } from '../../components/field.tsx';
import { useAgencies } from '../reference-data.ts';
import { useFeedbackTexts } from './texts.ts';

type Props = { readonly id: string; readonly label: string; readonly hint?: string; readonly value: string; readonly onValue: (code: string) => void; readonly first: readonly { readonly value: string; readonly label: string }[]; readonly error?: string | undefined };

/** An agency out of the directory, after what may stand in its place. */
export const AgencySelect = ({ id, label, hint, value, onValue, first, error }: Props) => {
  const t = useFeedbackTexts();
  const agencies = useAgencies().toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
  return <SelectField id={id} label={label} hint={hint} value={value} onValue={onValue} error={error} {...(first.length === 0 ? { placeholder: t('chooseAgency') } : {})} options={[...first, ...agencies.map(({ code, name }) => ({ value: code, label: name }))]} />;
};
