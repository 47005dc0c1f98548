/** A text format: how it is told, if the validator does not know it, and texts that have it. */
interface TextFormat {
  readonly pattern?: RegExp;
  readonly samples: readonly string[];
}

const uuids = [
  '8c5a1a3e-7d2b-4f19-9a64-0b7f3c2d1e50',
  '01890a5d-ac96-774b-bcce-b302099a8057',
  '1ec9414c-232a-6b00-b3c8-9e6bdeced846',
  'd9428888-122b-11e1-b85c-61cd3cbb3210',
  '6fa459ea-ee8a-3ca4-894e-db77e160355e',
  '886313e1-3b8a-5372-9b90-0c9aee199e5d',
];
const jwt = (alg: string): string => `${btoa(`{"alg":"${alg}","typ":"JWT"}`).replaceAll('=', '')}.eyJzdWIiOiIxIn0.c2lnbmF0dXJl`;

/** Formats of JSON Schema, and those that libraries name beside them. */
export const textFormats: Readonly<Record<string, TextFormat>> = {
  email: { samples: ['ann@example.com', 'a.b+c@sub.example.org', 'x_1@example.co'] },
  uri: { samples: ['https://example.com/', 'http://example.org/a/b?c=d#e', 'https://sub.example.com:8080/x'] },
  uuid: { samples: uuids },
  guid: { pattern: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, samples: uuids },
  'date-time': {
    samples: [
      '2026-11-22T16:00:00Z',
      '1970-01-01T00:00:00.000Z',
      '2024-02-29T23:59:59.999Z',
      '2026-06-01T08:30:00.5Z',
      '2026-06-01T08:30:00+02:00',
      '2026-06-01T08:30:00.123-05:30',
    ],
  },
  date: { samples: ['2026-11-22', '1970-01-01', '2024-02-29', '1999-12-31'] },
  time: { samples: ['16:00:00Z', '23:59:59.999Z', '08:30:00+02:00'] },
  duration: { samples: ['P1D', 'PT0S', 'P1Y2M3DT4H5M6S', 'P2W'] },
  ipv4: { samples: ['192.0.2.1', '0.0.0.0', '255.255.255.255'] },
  ipv6: { samples: ['2001:db8::1', '::', 'fe80::1:2:3:4'] },
  cidrv4: { pattern: /^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/, samples: ['192.0.2.0/24', '0.0.0.0/0', '10.1.2.3/32'] },
  cidrv6: { pattern: /^[0-9a-f:]+\/\d{1,3}$/i, samples: ['2001:db8::/32', '::/0', '::1/128'] },
  mac: { pattern: /^(?:[0-9a-f]{2}[:-]?){5}[0-9a-f]{2}$/i, samples: ['00:1a:2b:3c:4d:5e', 'FF:FF:FF:FF:FF:FF'] },
  e164: { pattern: /^\+[1-9]\d{6,14}$/, samples: ['+4915112345678', '+12025550123', '+1234567'] },
  base64: {
    pattern: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
    samples: ['', 'YQ==', 'aGVsbG8=', 'Zm9vYmFy'],
  },
  base64url: { pattern: /^(?:[\w-]{4})*(?:[\w-]{2,3})?$/, samples: ['', 'YQ', 'aGVsbG8', 'Zm9v_-Fy'] },
  jwt: { pattern: /^[\w-]+\.[\w-]+\.[\w-]*$/, samples: ['HS256', 'RS256', 'ES256'].map(jwt) },
  nanoid: { pattern: /^[A-Za-z0-9_-]+$/, samples: ['V1StGXR8_Z5jdHi6B-myT', 'abcdefghijklmnopqrstu'] },
  cuid: { pattern: /^[cC][0-9a-z]{6,}$/, samples: ['cjld2cjxh0000qzrmn831i7rn', 'cjld2cyuq0000t3rmniod1foy'] },
  cuid2: { pattern: /^[0-9a-z]+$/, samples: ['tz4a98xxat96iws9zmbrgj3a', 'pfh0haxfpzowht3oi213cqos'] },
  ulid: { pattern: /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i, samples: ['01ARZ3NDEKTSV4RRFFQ69G5FAV', '01H9ZVQ0000000000000000000'] },
  xid: { pattern: /^[0-9a-v]{20}$/i, samples: ['9m4e2mr0ui3e8a215n4g', 'c8k1p4r6ve2h0m9d3l5g'] },
  ksuid: { pattern: /^[A-Za-z0-9]{27}$/, samples: ['0o5Fs0EELR0fUjHjbCnEtdUwQe3', '1srOrx2ZWZBpBUvZwXKQmoEYga2'] },
  emoji: { pattern: /^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u, samples: ['👍', '🎉🎈', '❤️'] },
  hostname: { samples: ['example.com', 'localhost', 'a.b-c.example.org'] },
};
