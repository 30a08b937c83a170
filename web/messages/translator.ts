/** `vi` is the source of every text; the English catalogue has exactly its keys and parameters (checked by the compiler). */
export type Language = 'vi' | 'en';

type Message = string | ((params: never) => string);
export type Messages = Readonly<Record<string, Message>>;

/** What another language must offer for the Vietnamese catalogue `S`. */
export type CatalogueOf<S extends Messages> = { readonly [K in keyof S]: S[K] extends (params: infer P) => string ? (params: P) => string : string };

type Args<S extends Messages, K extends keyof S> = S[K] extends (params: infer P) => string ? [params: P] : [];
export type Translate<S extends Messages> = <K extends keyof S & string>(key: K, ...args: Args<S, K>) => string;

/** `translator({ vi, en })('vi')('saved', { time: '10:42' })`. */
export const translator =
  <S extends Messages>(catalogues: { readonly vi: S; readonly en: CatalogueOf<S> }) =>
  (language: Language): Translate<S> =>
  (key, ...args) => {
    const message = catalogues[language][key] as string | ((params: unknown) => string);
    return typeof message === 'string' ? message : message(args[0]);
  };
