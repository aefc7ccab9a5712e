package dev.comptoir.assist.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.comptoir.assist.knowledge.KnowledgeReport.Rejection;
import dev.comptoir.assist.knowledge.KnowledgeReport.Rule;
import dev.comptoir.assist.understand.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {
    @Test
    void headingsAreQuestionsAndNavigationAndScriptsAreDropped() {
        FileContent content = read("""
                <!doctype html><html lang="fr"><head><title>Boutique</title><style>p{color:red}</style></head><body>
                <nav><a href="/">Accueil</a> <h2>Menu</h2></nav>
                <h1>Aide</h1>
                <h2>Quels   sont
                 vos <b>horaires</b> ?</h2>
                <p>De 9&nbsp;h à 19&nbsp;h.<br>Fermé le lundi.</p>
                <script>document.write("piège")</script>
                <ul><li>parking</li><li>vélos</li></ul>
                <h2>Tarifs</h2><pre>une ligne
                et une autre</pre>
                <table><tr><th>Article</th><th>Prix</th></tr><tr><td>Pain</td><td>1,20 €</td></tr></table>
                <p style="display: none">caché</p><p hidden>caché</p>
                <footer>Mentions légales</footer></body></html>
                """);

        assertThat(content.rejections()).isEmpty();
        assertThat(content.entries())
                .extracting(
                        found -> found.entry().id(),
                        found -> found.entry().question(),
                        found -> found.entry().theme(),
                        found -> found.entry().answer(),
                        FileContent.Located::line)
                .containsExactly(
                        tuple(
                                "faq.html#quels-sont-vos-horaires",
                                "Quels sont vos horaires ?",
                                "Aide",
                                "De 9 h à 19 h.\nFermé le lundi.\n- parking\n- vélos",
                                4),
                        tuple(
                                "faq.html#tarifs",
                                "Tarifs",
                                "Aide",
                                "une ligne\net une autre\nArticle | Prix\nPain | 1,20 €",
                                9));
    }

    @Test
    void listsOfTermsAndDetailsAreQuestionsWithAnswers() {
        FileContent content = read("""
                <h1>FAQ</h1>
                <dl><dt>Livrez-vous ?</dt><dd>Oui.</dd><dd>Partout.</dd><dt>Et à Lyon ?</dt><dd>Aussi.</dd></dl>
                <details><summary>Retours</summary>
                  <details><summary>Sous quel délai ?</summary><p>30 jours.</p></details>
                  <details><summary>À quel prix ?</summary><p>Gratuit.</p></details>
                </details>
                """);

        assertThat(content.entries())
                .extracting(
                        found -> found.entry().question(),
                        found -> found.entry().answer())
                .containsExactly(
                        tuple("Livrez-vous ?", "Oui.\nPartout."),
                        tuple("Et à Lyon ?", "Aussi."),
                        tuple("Sous quel délai ?", "30 jours."),
                        tuple("À quel prix ?", "Gratuit."));
        assertThat(content.rejections()).extracting(Rejection::rule).containsExactly(Rule.EMPTY);
    }

    @Test
    void questionsMarkedUpForSearchEnginesAreReadOnce() {
        FileContent content = read("""
                <html lang="fr-FR"><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"FAQPage",
                "mainEntity":[{"@type":"Question","name":"Livrez-vous &agrave; Paris ?","acceptedAnswer":{"@type":"Answer",
                "text":"<p>Oui,</p><p>sous 3 jours.</p><script>alert(1)<\\/script>"}}]}]}</script>
                <script type="application/ld+json">{broken</script>
                <h1>Aide</h1>
                <details><summary>Livrez-vous à Paris ?</summary>Oui, sous 3 jours.</details>
                <div itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">Et le dimanche ?</h3>
                <div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><div itemprop="text">Non.</div></div></div>
                """);

        assertThat(content.entries())
                .extracting(
                        found -> found.entry().question(),
                        found -> found.entry().answer(),
                        found -> found.entry().language())
                .containsExactly(
                        tuple("Livrez-vous à Paris ?", "Oui,\nsous 3 jours.", Language.FRENCH),
                        tuple("Et le dimanche ?", "Non.", Language.FRENCH));
    }

    @Test
    void aPageWithoutHeadingsIsReadInParagraphs() {
        assertThat(read("<p>Nous fermons à 19 h.</p>").entries())
                .extracting(found -> found.entry().answer())
                .containsExactly("Nous fermons à 19 h.");
        assertThat(read("<script>x</script>").rejections())
                .extracting(Rejection::rule)
                .containsExactly(Rule.EMPTY);
    }

    @Test
    void theEncodingIsThePagesOwn() {
        String page = "<meta charset=\"iso-8859-1\"><h1>Où ?</h1>Là.";

        assertThat(read(page.getBytes(StandardCharsets.ISO_8859_1)).entries())
                .extracting(found -> found.entry().question())
                .containsExactly("Où ?");
        assertThat(read("<h1>Où ?</h1>Là.".getBytes(StandardCharsets.ISO_8859_1))
                        .rejections())
                .extracting(Rejection::rule)
                .containsExactly(Rule.NOT_UTF_8);
    }

    @Test
    void hostilePagesAreBounded() {
        String deep = "<div>".repeat(200_000) + "<h1>Où ?</h1><p>Ici.";
        String nestedDetails = "<details><summary>Où ?</summary>".repeat(2_000) + "Ici.";
        String formatting = "<p><b><i><a href=x>".repeat(20_000) + "fin";
        String attributes = "<h1 " + "a".repeat(100_000) + "=1>Où ?</h1>Ici.";
        String unclosed = "<h1>Où ?</h1>Ici.<!-- " + "-".repeat(1_000_000);
        for (String page : List.of(deep, nestedDetails, formatting, attributes, unclosed)) {
            FileContent content = read(page);
            assertThat(content.entries().size() + content.rejected()).isPositive();
        }
        assertThat(read(new byte[HtmlReader.MAX_BYTES + 1]).rejections())
                .extracting(Rejection::rule)
                .containsExactly(Rule.TOO_LONG);
    }

    private static FileContent read(String page) {
        return read(page.getBytes(StandardCharsets.UTF_8));
    }

    private static FileContent read(byte[] bytes) {
        Collector collector = new Collector("faq.html", Language.ENGLISH);
        FileFormat.HTML.read(bytes, collector);
        return collector.finish();
    }
}
