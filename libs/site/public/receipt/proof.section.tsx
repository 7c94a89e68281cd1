/** The back: what is proved, how far others vouch for it, and what to check it with. */
import { fingerprintOf, locatorOf, logKeyIds, qrTextOf, stateOf } from '@fil/log/receipts/entry-receipt';
import { parseEntry } from '@fil/log/transparency/entry';
import { parseNote } from '@fil/log/transparency/signed-note';
import { Definitions } from '@fil/ui/components/definitions';
import { QrCode } from '@fil/ui/components/qr-code';
import { formatInstant } from '@fil/ui/format/dates';
import { formatNumber } from '@fil/ui/format/numbers';
import { receiptAddress } from '@fil/ui/page/receipt-addresses';
import { isDeposit } from './is-deposit';
import { ReceiptStateBadge } from './receipt-state';
import type { ReceiptPageProps } from './receipt.page';

export function ProofSection(props: ReceiptPageProps) {
  const { frame, receipt, own } = props;
  const { t, language } = frame;
  const state = stateOf(receipt);
  const number = formatNumber(receipt.entry.index, language);
  const says = isDeposit(receipt) ? t.receipt.depositIsEntry : t.receipt.isEntry;
  return (
    <section class="receipt-back" aria-labelledby="proof">
      <h2 id="proof">{t.receipt.proof}</h2>
      <p class="soft">{t.receipt.proofLead}</p>
      <p>
        {says(number, formatInstant(parseEntry(receipt.entry.bytes).at, language))} {sealedWords(props).join(' ')}
      </p>
      <p class="badges">
        <ReceiptStateBadge frame={frame} receipt={receipt} />
        {state !== 'timeStamped' && own === null && (
          <a class="on-screen" href={frame.to(receiptAddress(receipt.entry.id))}>
            {t.receipt.refresh}
          </a>
        )}
      </p>
      {state !== 'timeStamped' && <p class="soft small">{t.receipt.getsBetter}</p>}
      <div class="proof-columns">
        <ProofCode {...props} />
        <ProofFacts {...props} />
      </div>
      <h3>{t.receipt.howToCheck}</h3>
      <p>{t.receipt.howToCheckSteps}</p>
      <h3>{t.receipt.ifItFails}</h3>
      <p>{t.receipt.ifItFailsWhat}</p>
    </section>
  );
}

function sealedWords({ frame, receipt }: ReceiptPageProps): string[] {
  const { t, language } = frame;
  const { promise, proof, stampedAt } = receipt;
  if (!proof) return [t.receipt.promisedUntil(formatInstant(promise.includedBy, language))];
  const { size, signedAt, confirmation } = proof.checkpoint;
  const names = confirmation.by.join(', ');
  return [
    t.receipt.sealed(formatInstant(signedAt.toISOString(), language), t.frame.entries(size)),
    confirmation.of === 0
      ? t.receipt.noWitness
      : names === ''
        ? t.receipt.notConfirmed
        : confirmation.state === 'confirmed'
          ? t.receipt.confirmed(names)
          : t.receipt.partlyConfirmed(names),
    ...(stampedAt ? [t.receipt.stampedOn(formatInstant(stampedAt.toISOString(), language))] : []),
  ];
}

/** The proof itself; until there is one, the promise. */
function ProofCode({ frame, receipt }: ReceiptPageProps) {
  const { t } = frame;
  const proof = qrTextOf(receipt);
  return (
    <figure class="proof-code">
      <QrCode text={proof ?? receipt.promise.note} label={t.receipt.qrLabel} />
      <figcaption class="small">{proof === null ? t.receipt.promiseQr : t.receipt.qr}</figcaption>
    </figure>
  );
}

function ProofFacts({ frame, receipt, witnesses }: ReceiptPageProps) {
  const { t, language, site } = frame;
  const { promise, entry } = receipt;
  const keys = logKeyIds(receipt);
  const [promiseKey] = parseNote(promise.note).signatures;
  return (
    <Definitions
      rows
      items={[
        { term: t.receipt.entryNumber, is: formatNumber(entry.index, language) },
        { term: t.receipt.locator, is: <code class="letters nowrap">{locatorOf(receipt)}</code> },
        { term: t.receipt.fingerprint, is: <code class="letters">{fingerprintOf(receipt)}</code> },
        { term: t.receipt.register, is: promise.origin },
        keys.length > 0
          ? { term: t.receipt.keys, is: <code>{keys.join(', ')}</code> }
          : { term: t.receipt.promiseKey, is: <code>{promiseKey!.keyId}</code> },
        { term: t.receipt.witnesses, is: witnesses.length > 0 ? witnesses.join(', ') : t.receipt.none },
        { term: t.receipt.eventId, is: <code>{entry.id}</code> },
        {
          term: t.receipt.verifier,
          is:
            site.verifier.length === 0
              ? t.receipt.verifierAbsent
              : site.verifier.map(({ name, sha256 }) => (
                  <div>
                    <a href={`/verificateur/${name}`}>{name}</a> <code>{sha256}</code>
                  </div>
                )),
        },
      ]}
    />
  );
}
