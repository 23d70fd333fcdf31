import { SamlRefused } from "./refused.ts";
import { elementsOf } from "./xml.ts";

const assertionNames = ["Assertion", "EncryptedAssertion"];

/**
 * Refuses a document whose signature could be of something else than what is read: an id twice, a response within, or an
 * assertion that is not the only one and the root's own child (or the root). That ends signature wrapping in all its forms
 * (Somorovsky et al., On Breaking SAML, USENIX Security 2012). Names count in every namespace.
 */
export function expectOneMeaning(root: Element): void {
  const all = [root, ...elementsOf(root)];
  const ids = all.flatMap(idsOf);
  if (new Set(ids).size < ids.length) throw new SamlRefused("wrapped", "an id stands in it twice");
  if (all.some((each) => each !== root && each.localName === "Response"))
    throw new SamlRefused("wrapped", "it has a response in it");
  const assertions = all.filter((each) => assertionNames.includes(each.localName));
  const isDirect = assertions.every((each) => each === root || each.parentNode === root);
  if (assertions.length > 1 || !isDirect)
    throw new SamlRefused("wrapped", "it has more than one assertion, or one that stands elsewhere");
}

/** `ID`, `Id`, `xml:id` and the like: which of them a reference means depends on who reads it. */
function idsOf(element: Element): string[] {
  const { attributes } = element;
  const found: string[] = [];
  for (let index = 0; index < attributes.length; index++) {
    const { name, value } = attributes[index]!;
    if (/^(.*:)?id$/i.test(name) && !/^xmlns:/i.test(name)) found.push(value);
  }
  return found;
}
