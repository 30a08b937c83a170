/**
 * `npm run message -- zalo "words" [--photo https://…] [--at 9.76,105.45]`, `npm run message -- email "words" --subject "…"`:
 * sends a signed message to the local province as the messenger would, and shows what it is answered.
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { deployedOn } from '../operate/deployed.ts';
import { messageFor } from './sandbox-message.ts';

const { values, positionals: [channel, text] } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string' }, subject: { type: 'string', default: '' }, photo: { type: 'string', multiple: true, default: [] }, at: { type: 'string' }, site: { type: 'string', default: `http://localhost:${process.env['SITE_PORT'] ?? '8080'}` } },
});
if ((channel !== 'zalo' && channel !== 'email') || text === undefined) throw new Error('npm run message -- zalo|email "words" [--from …] [--subject …] [--photo https://…] [--at lat,long]');

const terms = { secret: randomUUID().replaceAll('-', ''), appId: 'sandbox' };
const { functionNamed, invoke } = deployedOn('local');
const command = await functionNamed('FeedbackClassification', 'ChannelFunction');
await invoke(command, { act: 'open', channel, secret: terms.secret, ...(channel === 'zalo' ? { appId: terms.appId } : {}) });

const now = new Date();
const sender = values.from ?? (channel === 'zalo' ? 'nguoi-zalo-01' : 'nguoi.gui@example.vn');
const body = JSON.stringify(messageFor(channel, { id: randomUUID(), sender, text, subject: values.subject, photos: values.photo, at: values.at, now, appId: terms.appId }));
const seconds = Math.floor(now.getTime() / 1000);
// as the messenger does it, by its own description
const [header, signature] = channel === 'zalo' ? ['x-zevent-signature', `mac=${createHash('sha256').update(`${terms.appId}${body}${now.getTime()}${terms.secret}`).digest('hex')}`]
  : ['x-haugiang-signature', `t=${seconds},v1=${createHmac('sha256', terms.secret).update(`${seconds}.${body}`).digest('hex')}`];
const answer = await fetch(`${values.site}/api/feedback/inbound/${channel}`, { method: 'POST', body, headers: { 'content-type': 'application/json', [header]: signature } });
process.stdout.write(`${answer.status} ${await answer.text()}\n`);
if (!answer.ok) process.exitCode = 1;
else if (channel === 'email') process.stdout.write('It is answered by mail: see "E-mail sent" of npm start.\n');
else {
  type Answers = { readonly answers: readonly { readonly at: string; readonly to: string; readonly text: string }[] };
  const since = now.toISOString();
  const answered = async (): Promise<Answers['answers']> => (await invoke(command, { act: 'answers' }) as Answers).answers.filter(({ at, to }) => at > since && to === sender);
  let told: Answers['answers'] = [];
  for (let tries = 0; tries < 30 && told.length === 0; tries++) { told = await answered(); if (told.length === 0) await new Promise((resolve) => { setTimeout(resolve, 1000); }); }
  process.stdout.write(told.length === 0 ? 'No answer within half a minute.\n' : told.map(({ text: said }) => `\n${said}\n`).join(''));
}
