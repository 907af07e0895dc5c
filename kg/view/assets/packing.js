// Text as a short part of an address: deflated (RFC 1951), in the letters of base64url (RFC 4648).
"use strict";

const packing = (() => {
  const LONGEST = 100000; // bytes: an address of a few letters could unpack to fill the memory

  // The bytes of a stream; null when they are too many.
  async function gather(stream) {
    const reader = stream.getReader();
    const parts = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
      parts.push(value);
      size += value.length;
      if (size > LONGEST) {
        await reader.cancel();
        return null;
      }
    }
  }

  // The text as letters, digits, "-" and "_"; null when it is too long for an address.
  async function pack(text) {
    const blob = new Blob([text]);
    if (blob.size > LONGEST) return null;
    const bytes = await gather(blob.stream().pipeThrough(new CompressionStream("deflate-raw")));
    const letters = bytes && Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return letters && btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  }

  // null when it is no packed text, or unpacks to a longer one than was ever packed.
  async function unpack(packed) {
    try {
      const letters = atob(packed.replace(/-/g, "+").replace(/_/g, "/"));
      const blob = new Blob([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))]);
      const bytes = await gather(blob.stream().pipeThrough(new DecompressionStream("deflate-raw")));
      return bytes && new TextDecoder().decode(bytes);
    } catch {
      return null; // an address is cut and mistyped: neither base64 nor a stream ends well then
    }
  }

  return Object.freeze({ pack, unpack });
})();
