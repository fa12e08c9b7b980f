import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "@belay/testkit";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { judge, normalise, passphraseBytes, propose } from "./passphrase.ts";

describe("a passphrase is judged", () => {
  it.each([
    ["", "short"],
    ["Xk9#qL2!vR", "short"],
    ["elevenchars", "short"],
    ["aaaaaaaaaaaa", "common"],
    ["abcabcabcabc", "common"],
    ["passwordpassword", "common"],
    ["Passw0rdPassw0rd", "common"],
    ["password123456", "common"],
    ["P@ssw0rd12345", "common"],
    ["qwertyuiopas", "common"],
    ["Qwertyuiop123", "common"],
    ["1q2w3e4r5t6y", "common"],
    ["1qaz2wsx3edc", "common"],
    ["123456789012", "common"],
    ["098765432109", "common"],
    ["correct horse battery staple", "common"],
    ["I love you forever", "common"],
    ["may the force be with you", "common"],
    ["belaybelaybelay", "common"],
    ["my belay vault", "common"],
    ["Belay passphrase", "common"],
    ["14.03.1985 1985", "common"],
    ["2024-11-05 2024", "common"],
    ["letmein letmein!", "common"],
    ["michael jennifer", "common"],
    ["wonderfulday", "simple"],
    ["to be or not to be", "common"],
    ["0000 0000 0000 0000", "common"],
    ["abcdefghijklmn", "common"],
    ["zyxwvutsrqponm", "common"],
    ["summer2024summer", "common"],
  ] as const)("%s is %s", (text, why) => {
    const judged = judge(text);
    expect(judged.why).toBe(why);
    expect(judged.score).toBeLessThan(3);
  });

  it.each([
    ["five words of the list", "tuna gravity velvet onion sketch"],
    ["four words of one's own", "grandma bakes on mondays rye"],
    ["a sentence", "Ten ducks crossed our road at noon"],
    ["chance", "vK3#mq9!Zt2p"],
    ["letters by chance", "hjkqwsxvbnlp"],
    ["another script", "зелёный чайник поёт"],
    ["no Latin letter", "緑の薬缶が歌う朝にパンを焼く"],
    ["signs and faces", "🐢 walks 🌧 over ☂ bridge"],
  ])("%s will do", (_, text) => {
    expect(judge(text).why).toBe(null);
    expect(judge(text).score).toBeGreaterThanOrEqual(3);
  });

  it("may be long, and anything", () => {
    const long = "a long walk by the river, twice a week, with Nell's dog; then tea (hot). ".repeat(4);
    expect(judge(long)).toEqual({ score: 4, why: null });
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const { score, why } = judge(text);
        expect([0, 1, 2, 3, 4]).toContain(score);
        expect(why === null).toBe(score >= 3);
      }),
    );
  });

  it("takes no longer for a text made to be slow", () => {
    const started = performance.now();
    for (const text of ["ab".repeat(5000), "aab".repeat(4000), "passwor".repeat(2000), "abcabd".repeat(2000)])
      judge(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("counts characters as people do, after bringing them into one form", () => {
    expect(judge("🐢🐢🐢🐢🐢🐢").why).toBe("short");
    expect(judge("  vK3#mq9!Zt2    ").why).toBe("short");
  });
});

describe("what is stretched", () => {
  it.each([
    ["composed and decomposed letters", "zu\u0308rich am see im mai", "z\u00fcrich am see im mai"],
    ["full-width letters", "ｔｕｎａ gravity", "tuna gravity"],
    ["a space that does not break", "tuna\u00a0gravity", "tuna gravity"],
    ["a space that the keyboard put behind", "tuna gravity ", "tuna gravity"],
  ])("is the same for %s", (_, a, b) => {
    expect(passphraseBytes(a)).toEqual(passphraseBytes(b));
  });

  it("tells capitals and spaces inside apart", () => {
    expect(normalise("Tuna gravity")).not.toBe(normalise("tuna gravity"));
    expect(normalise("tunagravity")).not.toBe(normalise("tuna gravity"));
  });

  it("stays as it is when it is done twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe("a proposal", () => {
  it("is five words of the list, another each time, and always strong enough", () => {
    const random = seededRandom("propose");
    const made = Array.from({ length: 300 }, () => propose(random));
    expect(new Set(made).size).toBe(300);
    for (const text of made) {
      const words = text.split(" ");
      expect(words.length).toBe(5);
      expect(words.every((word) => wordlist.includes(word))).toBe(true);
      expect(judge(text).why, text).toBe(null);
    }
  });

  it("uses all 55 bits: every word can be any word", () => {
    const bits = (byte: number) => propose(() => new Uint8Array(7).fill(byte));
    expect(bits(0)).toBe("abandon abandon abandon abandon abandon");
    expect(bits(255)).toBe("zoo zoo zoo zoo zoo");
    expect(propose(() => Uint8Array.of(0, 0, 0, 0, 0, 0, 2))).toBe("abandon abandon abandon abandon ability");
  });
});
