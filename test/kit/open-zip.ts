import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

/**
 * The one file of a zip archive that WinZip's AES-256 protects, read as the format says and not as we write it: each block has a
 * counter of its own. Throws where the passphrase is wrong or a byte was changed.
 */
export function openZip(archive: Uint8Array, passphrase: string): { readonly name: string; readonly text: string } {
  const zip = Buffer.from(archive);
  if (zip.readUInt32LE(0) !== 0x04034b50 || zip.readUInt16LE(8) !== 99) throw new Error('This is no AES zip archive.');
  const directory = zip.readUInt32LE(zip.length - 22 + 16);
  if (zip.readUInt32LE(directory) !== 0x02014b50) throw new Error('The archive has no directory where it says.');
  const [packed, size] = [zip.readUInt32LE(directory + 20), zip.readUInt32LE(directory + 24)];
  const [nameLength, extraLength] = [zip.readUInt16LE(26), zip.readUInt16LE(28)];
  const extra = zip.subarray(30 + nameLength, 30 + nameLength + extraLength);
  const [strength, method] = [extra.readUInt8(8), extra.readUInt16LE(9)];
  if (strength !== 3) throw new Error('The archive is not protected by AES-256.');
  const body = zip.subarray(30 + nameLength + extraLength, 30 + nameLength + extraLength + packed);
  const keys = pbkdf2Sync(passphrase, body.subarray(0, 16), 1000, 66, 'sha1');
  if (!keys.subarray(64).equals(body.subarray(16, 18))) throw new Error('The passphrase is wrong.');
  const encrypted = body.subarray(18, -10);
  const mac = createHmac('sha1', keys.subarray(32, 64)).update(encrypted).digest();
  if (!mac.subarray(0, 10).equals(body.subarray(-10))) throw new Error('The archive was changed.');
  const plain = decrypted(keys.subarray(0, 32), encrypted);
  const text = method === 8 ? inflateRawSync(plain) : plain;
  if (text.length !== size) throw new Error('The archive has another size than it says.');
  return { name: zip.subarray(30, 30 + nameLength).toString('utf8'), text: text.toString('utf8') };
}

function decrypted(key: Buffer, encrypted: Buffer): Buffer {
  const blocks: Buffer[] = [];
  for (let at = 0; at < encrypted.length; at += 16) {
    const counter = Buffer.alloc(16);
    counter.writeBigUInt64LE(BigInt(at / 16 + 1));
    blocks.push(createDecipheriv('aes-256-ctr', key, counter).update(encrypted.subarray(at, at + 16)));
  }
  return Buffer.concat(blocks);
}
