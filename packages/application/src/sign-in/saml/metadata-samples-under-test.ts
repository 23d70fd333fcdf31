/** For tests: metadata in the shape in which the products write them, with a certificate (base64) put in. */
const saml2 = "urn:oasis:names:tc:SAML:2.0";
const key = (prefix: string, use: string, certificate: string) =>
  `<${prefix}KeyDescriptor${use}><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></${prefix}KeyDescriptor>`;
const service = (prefix: string, name: string, binding: string, location: string) =>
  `<${prefix}${name} Binding="${saml2}:bindings:${binding}" Location="${location}"/>`;

/** AD FS 2019, FederationMetadata.xml: WS-Federation roles and a service provider stand beside it. */
export const adfs = (certificate: string) =>
  `\uFEFF<EntityDescriptor ID="_a6b1" entityID="http://adfs.acme.example/adfs/services/trust" xmlns="${saml2}:metadata"><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:SignedInfo><ds:SignatureValue>AAAA</ds:SignatureValue><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>AAAA</X509Certificate></X509Data></KeyInfo></ds:Signature><RoleDescriptor xsi:type="fed:ApplicationServiceType" protocolSupportEnumeration="http://docs.oasis-open.org/wsfed/federation/200706" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706">${key("", ' use="encryption"', "AAAA")}</RoleDescriptor><SPSSODescriptor WantAssertionsSigned="true" protocolSupportEnumeration="${saml2}:protocol">${service("", "AssertionConsumerService", "HTTP-POST", "https://adfs.acme.example/adfs/ls/")}</SPSSODescriptor><IDPSSODescriptor protocolSupportEnumeration="${saml2}:protocol">${key("", ' use="encryption"', "AAAA")}${key("", ' use="signing"', certificate)}${service("", "SingleLogoutService", "HTTP-Redirect", "https://adfs.acme.example/adfs/ls/")}${service("", "SingleLogoutService", "HTTP-POST", "https://adfs.acme.example/adfs/ls/")}<NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</NameIDFormat>${service("", "SingleSignOnService", "HTTP-Redirect", "https://adfs.acme.example/adfs/ls/")}${service("", "SingleSignOnService", "HTTP-POST", "https://adfs.acme.example/adfs/ls/")}<Attribute Name="http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress" NameFormat="${saml2}:attrname-format:uri" FriendlyName="E-Mail Address" xmlns="${saml2}:assertion"/></IDPSSODescriptor></EntityDescriptor>`;

const tenant = "https://login.microsoftonline.com/5f0e/saml2";
/** Entra ID, an application's federation metadata. */
export const entra = (certificate: string) =>
  `<?xml version="1.0" encoding="utf-8"?><EntityDescriptor ID="_0bb0" entityID="https://sts.windows.net/5f0e/" xmlns="${saml2}:metadata"><RoleDescriptor xsi:type="fed:SecurityTokenServiceType" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" protocolSupportEnumeration="http://docs.oasis-open.org/wsfed/federation/200706" xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706">${key("", ' use="signing"', "AAAA")}</RoleDescriptor><IDPSSODescriptor protocolSupportEnumeration="${saml2}:protocol">${key("", ' use="signing"', certificate)}${service("", "SingleLogoutService", "HTTP-Redirect", tenant)}${service("", "SingleSignOnService", "HTTP-Redirect", tenant)}${service("", "SingleSignOnService", "HTTP-POST", tenant)}</IDPSSODescriptor></EntityDescriptor>`;

const simple = "http://localhost:8080/simplesaml/module.php/saml/idp";
/** simpleSAMLphp 2 in development: with prefix, comment and line breaks, one key for both uses, without HTTPS. */
export const simpleSamlPhp = (certificate: string) => `<?xml version="1.0"?>
<!-- Made by SimpleSAMLphp -->
<md:EntityDescriptor xmlns:md="${saml2}:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="urn:x-simplesamlphp:idp">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol ${saml2}:protocol">
    ${key("md:", "", certificate.replace(/.{64}/g, "$&\n        "))}
    ${service("md:", "SingleLogoutService", "HTTP-Redirect", `${simple}/singleLogout`)}
    <md:NameIDFormat>${saml2}:nameid-format:transient</md:NameIDFormat>
    ${service("md:", "SingleSignOnService", "HTTP-Redirect", `${simple}/singleSignOnService`)}
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;

/** Keycloak, a realm's descriptor, in a list of one. */
export const keycloak = (certificate: string) =>
  `<md:EntitiesDescriptor xmlns:md="${saml2}:metadata" Name="urn:keycloak"><md:EntityDescriptor entityID="https://id.acme.example/realms/acme"><md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="${saml2}:protocol">${key("md:", ' use="signing"', certificate)}${service("md:", "SingleLogoutService", "HTTP-POST", "https://id.acme.example/realms/acme/protocol/saml")}${service("md:", "SingleSignOnService", "HTTP-POST", "https://id.acme.example/realms/acme/protocol/saml")}${service("md:", "SingleSignOnService", "HTTP-Redirect", "https://id.acme.example/realms/acme/protocol/saml")}</md:IDPSSODescriptor></md:EntityDescriptor></md:EntitiesDescriptor>`;
