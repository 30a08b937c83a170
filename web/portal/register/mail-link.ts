export type MailLink = { readonly act: 'confirm' | 'end'; readonly subscriptionId: string; readonly key: string };

/** What a link of our mails says behind its mark: `#xac-nhan=sub_….<key>` or `#dung=sub_….<key>`. */
export const mailLinkIn = (hash: string): MailLink | undefined => {
  const [, act, subscriptionId, key] = /^#(xac-nhan|dung)=(sub_[0-9A-Z]{26})\.([0-9a-f]{32})$/.exec(hash) ?? [];
  return subscriptionId === undefined || key === undefined ? undefined : { act: act === 'dung' ? 'end' : 'confirm', subscriptionId, key };
};
