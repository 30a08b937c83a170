import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { momentText } from '../../format/dates.ts';
import { catalogueText } from '../../messages/catalogue.ts';
import type { Answer } from '../../client/contract-types.ts';
import { type Content, fieldId, figureOf, listAt, textAt, valueAt } from './content.ts';

export type Remark = NonNullable<Answer<'openCatalogue'>['work']>['remarks'][number];

/** What every field of the editor stands on: the draft, how to change it, and what is wrong where. */
export type Editing = {
  readonly content: Content; readonly set: (pointer: string, value: unknown) => void; readonly faultAt: (pointer: string) => string | undefined;
  /** what reviewers said of a field */
  readonly remarksAt: (pointer: string) => readonly Remark[];
  /** asks for a comment on a field; left out where none may be made */
  readonly remark?: ((pointer: string, label: string) => void) | undefined;
  /** for reading only */
  readonly locked?: boolean;
};
export const EditingContext = createContext<Editing>({ content: {}, set: () => undefined, faultAt: () => undefined, remarksAt: () => [] });
export const useEditing = (): Editing => useContext(EditingContext);
export const useCatalogueText = () => catalogueText(useLanguage());

type At = { readonly at: string; readonly label: string; readonly hint?: string | undefined };
type Option = { readonly value: string; readonly label: string };

/** What reviewers said of these places, and the way to say something. */
const RemarksAt = ({ places, label }: { readonly places: readonly string[]; readonly label: string }) => {
  const { remarksAt, remark } = useEditing();
  const t = useCatalogueText();
  const language = useLanguage();
  const said = places.flatMap(remarksAt);
  const [place = ''] = places;
  return (
    <>
      {said.map(({ text, by, at, resolved }) => (
        <blockquote key={at} class={`remark${resolved ? ' remark-settled' : ''}`}><p>{text}</p><footer class="small">{by}, {momentText(at, language)}{resolved && ` · ${t('remarkSettled')}`}</footer></blockquote>
      ))}
      {remark !== undefined && <Button kind="quiet" small aria-label={t('remarkOn', { label })} onClick={() => { remark(place, label); }}>{t('remark')}</Button>}
    </>
  );
};

/** A field of the draft with what was said of it; where the draft is only read, the field cannot be changed, and can be commented on. */
const Remarked = ({ places, label, children }: { readonly places: readonly string[]; readonly label: string; readonly children: ComponentChildren }) => {
  const { locked = false } = useEditing();
  return <div class="remarked"><fieldset class="plain-set" disabled={locked}>{children}</fieldset><RemarksAt places={places} label={label} /></div>;
};

export const TextAt = ({ at, label, hint, rows, optional = false, numeric = false, time = false }: At & { readonly rows?: number; readonly optional?: boolean; readonly numeric?: boolean; readonly time?: boolean }) => {
  const { content, set, faultAt } = useEditing();
  const field = { id: fieldId(at), label, hint, error: faultAt(at), optional, value: textAt(content, at) };
  const keep = (text: string): void => { set(at, numeric ? figureOf(text) : text === '' && optional ? undefined : text); };
  return (
    <Remarked places={[at]} label={label}>
      {rows === undefined ? <TextField {...field} onValue={keep} attributes={numeric ? { inputMode: 'decimal', autocomplete: 'off' } : time ? { type: 'time' } : { autocomplete: 'off' }} /> : <TextArea {...field} rows={rows} onValue={keep} />}
    </Remarked>
  );
};

/** A text in both languages of the screens, side by side. Emptied in both it is taken away where it is optional. */
export const BothAt = ({ at, label, rows, optional = false }: At & { readonly rows?: number; readonly optional?: boolean }) => {
  const { content, set, faultAt } = useEditing();
  const t = useCatalogueText();
  const keep = (language: 'vi' | 'en', text: string): void => {
    const next = { vi: textAt(content, `${at}/vi`), en: textAt(content, `${at}/en`), [language]: text };
    set(at, optional && next.vi === '' && next.en === '' ? undefined : next);
  };
  return (
    <Remarked places={[at, `${at}/vi`, `${at}/en`]} label={label}><div class="in-both">
      {(['vi', 'en'] as const).map((language) => {
        const field = { id: fieldId(`${at}/${language}`), label: t(language === 'vi' ? 'inVietnamese' : 'inEnglish', { label }), error: faultAt(`${at}/${language}`), optional, value: textAt(content, `${at}/${language}`), onValue: (text: string) => { keep(language, text); } };
        return rows === undefined ? <TextField key={language} {...field} attributes={{ autocomplete: 'off' }} /> : <TextArea key={language} {...field} rows={rows} />;
      })}
    </div></Remarked>
  );
};

export const SelectAt = ({ at, label, hint, options, onChosen, placeholder }: At & { readonly options: readonly Option[]; readonly onChosen?: (value: string) => void; readonly placeholder?: string }) => {
  const { content, set, faultAt } = useEditing();
  return (
    <Remarked places={[at]} label={label}>
      <SelectField id={fieldId(at)} label={label} hint={hint} error={faultAt(at)} value={textAt(content, at)} options={options} {...(placeholder === undefined ? {} : { placeholder })}
        onValue={(value) => { if (onChosen === undefined) set(at, value === '' ? undefined : value); else onChosen(value); }} />
    </Remarked>
  );
};

export const DateAt = ({ at, label, hint }: At) => {
  const { content, set, faultAt } = useEditing();
  const shown = textAt(content, at);
  // kept as typed while it is half a date, written out once it is a whole one
  const keep = (text: string): void => {
    const [year = '', month = '', day = ''] = text.split('-');
    set(at, year.length === 4 && month !== '' && day !== '' ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text);
  };
  return <Remarked places={[at]} label={label}><DateField id={fieldId(at)} label={label} hint={hint} error={faultAt(at)} value={shown} onValue={keep} /></Remarked>;
};

export const CheckAt = ({ at, label }: At) => {
  const { content, set } = useEditing();
  return <Remarked places={[at]} label={label}><label class="tick" for={fieldId(at)}><input id={fieldId(at)} type="checkbox" checked={valueAt(content, at) === true} onChange={(event) => { set(at, event.currentTarget.checked); }} />{label}</label></Remarked>;
};

/** Members of the national record that nobody here reads: kept as they came. */
export const OthersAt = ({ at }: Pick<At, 'at'>) => {
  const t = useCatalogueText();
  const { content } = useEditing();
  const members = Object.entries((valueAt(content, at) ?? {}) as Record<string, unknown>);
  return members.length === 0 ? null : <p class="small">{t('othersKept', { members: members.map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join('; ') })}</p>;
};

type ListProps = {
  readonly at: string; readonly label: string; readonly most: number;
  readonly fresh: (list: readonly unknown[]) => unknown; readonly title: (item: unknown, index: number) => string; readonly children: (at: string, index: number) => ComponentChildren;
  readonly least?: number; readonly open?: boolean;
  /** emptied, the whole list is taken away */
  readonly optional?: boolean;
};

/** A list of the draft: each entry opens by its title, may be moved up, and taken away. */
export const ListAt = ({ at, label, most, fresh, title, children, least = 0, open = false, optional = false }: ListProps) => {
  const { content, set, faultAt, locked = false } = useEditing();
  const t = useCatalogueText();
  const list = listAt(content, at);
  const fault = faultAt(at);
  const put = (next: readonly unknown[]): void => { set(at, optional && next.length === 0 ? undefined : next); };
  return (
    <div class="entries" id={fieldId(at)} tabIndex={-1}>
      {fault !== undefined && <p class="govuk-error-message">{fault}</p>}
      {list.map((item, index) => {
        const name = title(item, index);
        return (
          <details key={index} class="entry" open={open || list.length === 1}>
            <summary>{name}</summary>
            {children(`${at}/${index}`, index)}
            {!locked && <div class="button-row">
              {index > 0 && <Button kind="quiet" small aria-label={t('moveUpOf', { name })} onClick={() => { put([...list.slice(0, index - 1), item, list[index - 1], ...list.slice(index + 1)]); }}>{t('moveUp')}</Button>}
              {list.length > least && <Button kind="quiet" small aria-label={t('dropOf', { name })} onClick={() => { put(list.filter((_, other) => other !== index)); }}>{t('drop')}</Button>}
            </div>}
          </details>
        );
      })}
      <RemarksAt places={[at]} label={label} />
      {!locked && list.length < most && <Button kind="secondary" small onClick={() => { put([...list, fresh(list)]); }}>{t('addOne', { what: label.toLowerCase() })}</Button>}
    </div>
  );
};
