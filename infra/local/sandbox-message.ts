import type { ReceivedMail, ZaloEvent } from '../../shared/contracts/feedback-inbound.ts';

type Said = { readonly id: string; readonly sender: string; readonly text: string; readonly subject: string; readonly photos: readonly string[]; readonly at: string | undefined; readonly now: Date; readonly appId: string };

/** What the messenger would tell the province of it. */
export const messageFor = (channel: 'zalo' | 'email', { id, sender, text, subject, photos, at, now, appId }: Said): ZaloEvent | ReceivedMail => {
  if (channel === 'email') return { notificationType: 'Received', mail: { messageId: id, source: sender, commonHeaders: { subject } }, content: { text, attachments: photos.map((url) => ({ url })) } };
  const [latitude, longitude] = (at ?? '').split(',').map(Number);
  const place = latitude === undefined || longitude === undefined ? [] : [{ type: 'location', payload: { coordinates: { latitude, longitude } } }];
  return {
    app_id: appId, event_name: photos.length > 0 ? 'user_send_image' : place.length > 0 ? 'user_send_location' : 'user_send_text', timestamp: String(now.getTime()), sender: { id: sender },
    message: { msg_id: id, text, attachments: [...photos.map((url) => ({ type: 'image', payload: { url } })), ...place] },
  };
};
