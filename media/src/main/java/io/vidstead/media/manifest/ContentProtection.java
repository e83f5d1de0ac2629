package io.vidstead.media.manifest;

/** Writes DASH's ContentProtection elements (ISO/IEC 23009-1, 5.8.4.1; ISO/IEC 23001-7, 11.2). */
final class ContentProtection {
    private ContentProtection() {}

    static void render(StringBuilder out, Protection protection) {
        out.append("      <ContentProtection schemeIdUri=\"urn:mpeg:dash:mp4protection:2011\" value=\"cbcs\"");
        out.append(" cenc:default_KID=\"").append(protection.keyId()).append("\"/>\n");
        protection.systems().forEach(system -> system(out, system));
    }

    private static void system(StringBuilder out, KeySystemEntry system) {
        out.append("      <ContentProtection schemeIdUri=\"urn:uuid:")
                .append(system.dashScheme())
                .append("\">\n");
        system.pssh()
                .ifPresent(box -> out.append("        <cenc:pssh>").append(box).append("</cenc:pssh>\n"));
        system.licenseUri()
                .ifPresent(uri -> out.append("        <dashif:Laurl licenseType=\"EME-1.0\">")
                        .append(DashManifest.escaped(uri))
                        .append("</dashif:Laurl>\n"));
        out.append("      </ContentProtection>\n");
    }
}
