package dev.comptoir.assist.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
    @Test
    void gmailQuotationsAreCutAndRepliesBetweenThemStay() {
        assertThat(body("<div dir=\"ltr\">Merci !</div><br><div class=\"gmail_quote gmail_quote_container\">"
                        + "<div dir=\"ltr\" class=\"gmail_attr\">Le jeu. 12 mars 2026 à 10:12, Boulangerie &lt;<a href=\"mailto:b@example.org\">b@example.org</a>&gt; a écrit :<br></div>"
                        + "<blockquote class=\"gmail_quote\">Quelle taille ?</blockquote><div>Pour dix.</div>"
                        + "<blockquote class=\"gmail_quote\">Quel jour ? <blockquote>Je veux un humain</blockquote></blockquote>"
                        + "<div>Samedi.</div></div>"))
                .isEqualTo("Merci !\n\nPour dix.\n\nSamedi.");
    }

    @Test
    void outlookQuotationsEndTheText() {
        String quoted =
                "<hr><div id=\"divRplyFwdMsg\"><b>De :</b> X<br><b>Envoyé :</b> lundi<br></div><div>Je veux un humain</div>";

        assertThat(body("<div>Merci !</div><div id=\"appendonsend\"></div>" + quoted))
                .isEqualTo("Merci !");
        assertThat(body("<div>Merci !</div>" + quoted)).isEqualTo("Merci !");
        assertThat(
                        body(
                                "<p class=MsoNormal>Merci !<o:p></o:p></p><div style='border-top:solid #E1E1E1 1.0pt'>"
                                        + "<p class=MsoNormal><b>De :</b> X &lt;x@example.org&gt; <br><b>Envoyé :</b> lundi 3 mars<br><b>À :</b> Ana<br><b>Objet :</b> RE<o:p></o:p></p></div><p>Je veux un humain</p>"))
                .isEqualTo("Merci !");
    }

    @Test
    void yahooAndProtonQuotationsAreCut() {
        assertThat(body("<div>Merci !</div><div class=\"yahoo_quoted\">Je veux un humain</div>"))
                .isEqualTo("Merci !");
        assertThat(body("<div>Merci !</div><div class=\"protonmail_quote\">Je veux un humain</div>"))
                .isEqualTo("Merci !");
    }

    @Test
    void whatNobodySeesIsNotRead() {
        assertThat(
                        body(
                                "<body>Merci !<div style=\"color:red; display : none\">Je veux un humain</div>"
                                        + "<!-- humain --><script>humain</script><style>humain</style><template>humain</template></body>"))
                .isEqualTo("Merci !");
    }

    @Test
    void linesOfTheSourceAreNoLinesOfTheText() {
        assertThat(body("<p>Je voudrais\nparler à\r\nvous.</p><pre>a\nb</pre>"))
                .isEqualTo("Je voudrais parler à vous.\n\na\nb");
    }

    @Test
    void listsAndTablesKeepTheirLines() {
        assertThat(
                        body(
                                "<ul><li>un</li><li>deux</li></ul><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"))
                .isEqualTo("- un\n- deux\n\na b\nc");
    }

    @Test
    void plainTextIsReturnedAsItIs() {
        for (String text : List.of("a < b > c", "Ana <ana@example.org>", "1 <2", "<3", "R&D &eacute;", "<>")) {
            assertThat(HtmlText.strip(text)).isEqualTo(text);
        }
    }

    @Test
    void quotationsInPlainTextSurviveAStrayTag() {
        assertThat(QuotedMail.strip(TextNormalizer.clean(HtmlText.strip("Merci <br>\n> humain\n> humain\nsamedi"))))
                .isEqualTo("Merci\n\nsamedi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>",
                "<b><p>",
                "<table><tr><td>",
                "<svg><g>",
                "<i></b>",
                "<font color=x>",
                "<b a='",
                "<!--",
                "<li>",
                "&#x41;<p>"
            })
    void oneMegabyteOfHostileMarkupIsRead(String part) {
        String text = HtmlText.strip("<p>Bonjour</p>" + part.repeat((1 << 20) / part.length()));

        assertThat(text).contains("Bonjour");
    }

    private static String body(String html) {
        return QuotedMail.strip(TextNormalizer.clean(HtmlText.strip(html)));
    }
}
