package dev.comptoir.examples;

import dev.comptoir.Business;
import dev.comptoir.Comptoir;
import dev.comptoir.CustomerId;
import dev.comptoir.assist.Assistant;
import dev.comptoir.assist.Citation;
import dev.comptoir.assist.Message;
import dev.comptoir.assist.Reply;
import dev.comptoir.assist.knowledge.KnowledgeReport;
import dev.comptoir.event.AppendReport;
import dev.comptoir.examples.report.BusinessFacts;
import dev.comptoir.examples.report.CustomerCard;
import dev.comptoir.examples.report.CustomerPage;
import dev.comptoir.examples.report.HtmlReport;
import dev.comptoir.examples.report.OverviewPage;
import dev.comptoir.examples.report.RecommendationTable;
import dev.comptoir.examples.report.ReplyCard;
import dev.comptoir.ingest.ImportProgress;
import dev.comptoir.ingest.ImportReport;
import dev.comptoir.recommend.Recommendation;
import dev.comptoir.recommend.Recommender;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Walks through one business, and says what it sees. Not thread-safe; used once. */
final class Walk {
    private static final int SHOWN_CUSTOMERS = 3;
    private static final int RECOMMENDATIONS = 4;
    private static final String CUSTOMER_PAGE = "customer.html";
    private static final long PROGRESS_LINES = 100_000;

    private final Scene scene;
    private final PrintStream out;

    Walk(Scene scene, PrintStream out) {
        this.scene = scene;
        this.out = out;
    }

    /** The whole way; the pages go to {@code report.html}, {@code overview.html} and {@code customer.html} in the folder. */
    void through(Path folder) throws IOException {
        // Every tour begins anew; what it keeps is thrown away at its end.
        Path data = Files.createTempDirectory(folder, "data-");
        try (Comptoir comptoir = Comptoir.builder(data)
                .clock(scene.clock())
                .settings(scene.settings())
                .build()) {
            Business business = comptoir.business(scene.id());
            out.println(scene.title() + "\n");
            ImportReport imported = ingest(business);
            List<Scene.Visitor> visitors = scene.visitors().apply(business);
            profiles(business, visitors);
            List<RecommendationTable> tables = recommendations(business, visitors);
            List<ReplyCard> replies = replies(business);
            Path page = report(business, imported, visitors, tables, replies).write(folder.resolve("report.html"));
            out.println("5. To look at: " + page.toAbsolutePath().normalize());
            memory(business, visitors, folder);
        } finally {
            delete(data);
        }
    }

    private ImportReport ingest(Business business) {
        out.println("1. Receipts");
        ImportReport report = scene.receipts().onProgress(this::progress).into(business);
        scene.afterImport().accept(business);
        AppendReport appended = report.appended();
        line("lines read", report.lines());
        line("receipts", report.receipts());
        line("customers", report.customers());
        line("products", report.products());
        line("lines without customer", report.linesWithoutCustomer());
        line("lines of cancelled receipts", report.cancelledLines());
        line("lines returned", report.returnedLines());
        line("events kept", appended.stored());
        line("lines rejected", appended.rejected());
        appended.rejections().stream().limit(4).forEach(rejection -> out.println("     " + rejection));
        if (appended.rejected() > 4) {
            out.println("     ...");
        }
        out.println();
        return report;
    }

    private void progress(ImportProgress step) {
        if (step.lines() % PROGRESS_LINES == 0) {
            out.printf(Locale.ROOT, "   %,d lines, %d %%%n", step.lines(), Math.round(100 * step.fraction()));
        }
    }

    private void profiles(Business business, List<Scene.Visitor> visitors) {
        out.println("2. Customers");
        for (Scene.Visitor visitor : visitors.subList(0, Math.min(SHOWN_CUSTOMERS, visitors.size()))) {
            out.println("   " + visitor.name() + " (" + visitor.note() + ")");
            CustomerCard card = BusinessFacts.customer(business, visitor.id(), visitor.name(), visitor.note());
            for (CustomerCard.Row row : card.rows()) {
                out.println("     " + row.label() + ": " + row.value() + "  [" + row.reason() + "]");
            }
        }
        out.println();
    }

    private List<RecommendationTable> recommendations(Business business, List<Scene.Visitor> visitors) {
        out.println("3. Recommendations");
        Recommender recommender = Recommender.of(business);
        List<RecommendationTable> tables = new ArrayList<>();
        for (Scene.Visitor visitor : visitors) {
            RecommendationTable table =
                    table(visitor.name(), recommender.forCustomer(visitor.id(), RECOMMENDATIONS), business);
            tables.add(table);
            if (tables.size() <= SHOWN_CUSTOMERS) {
                out.println("   " + visitor.name());
                table.items()
                        .forEach(item -> out.printf(
                                Locale.ROOT, "     %.3f  %s  [%s]%n", item.score(), item.product(), item.reason()));
            }
        }
        out.println();
        return tables;
    }

    private static RecommendationTable table(String title, List<Recommendation> recommendations, Business business) {
        return new RecommendationTable(
                title,
                recommendations.stream()
                        .map(r -> new RecommendationTable.Item(
                                business.catalog().title(r.product()),
                                r.score(),
                                r.reason().text()))
                        .toList());
    }

    private List<ReplyCard> replies(Business business) {
        out.println("4. Replies");
        Path knowledge = scene.knowledge();
        if (knowledge == null) {
            out.println("   No questions and answers are given. Maybe add --knowledge FOLDER?\n");
            return List.of();
        }
        List<ReplyCard> cards = new ArrayList<>();
        try (Assistant assistant =
                Assistant.builder(business).knowledge(knowledge).build()) {
            KnowledgeReport read = assistant.knowledge().report();
            out.printf("   %d entries in %d files, %d rejected%n", read.entries(), read.files(), read.rejected());
            Set<Reply.Kind> shown = EnumSet.noneOf(Reply.Kind.class);
            for (String question : scene.questions()) {
                Reply reply = assistant.reply(Message.anonymous(question));
                cards.add(card(question, reply));
                // One of each kind is enough on a screen; the page has them all.
                if (shown.add(reply.kind()) || scene.questions().size() <= SHOWN_CUSTOMERS) {
                    print(question, reply);
                }
            }
        }
        out.println();
        return cards;
    }

    private void print(String question, Reply reply) {
        out.println("   > " + question.replaceAll("\\s+", " "));
        out.println("     " + reply.kind() + "  [" + reply.reasons().get(0).text() + "]");
        for (Citation citation :
                reply.citations().subList(0, Math.min(1, reply.citations().size()))) {
            out.println("     from \"" + citation.question() + "\"");
        }
        if (!reply.text().isEmpty()) {
            reply.text().strip().lines().forEach(line -> out.println("     | " + line));
        }
    }

    private static ReplyCard card(String question, Reply reply) {
        return new ReplyCard(
                question,
                ReplyCard.Kind.valueOf(reply.kind().name()),
                reply.text(),
                reply.citations().stream().map(Citation::question).toList(),
                reply.reasons().stream().map(reason -> reason.text()).toList());
    }

    /** What is known and expected of everyone, and of the first visitor. */
    private void memory(Business business, List<Scene.Visitor> visitors, Path folder) throws IOException {
        Locale locale = business.settings().language();
        Map<CustomerId, String> links =
                visitors.isEmpty() ? Map.of() : Map.of(visitors.get(0).id(), CUSTOMER_PAGE);
        Path overview = OverviewPage.of(business, scene.title(), locale, links).write(folder.resolve("overview.html"));
        out.println("   the customers: " + overview.toAbsolutePath().normalize());
        for (Scene.Visitor visitor : visitors.subList(0, Math.min(1, visitors.size()))) {
            Path page = CustomerPage.of(business, visitor.id(), visitor.name(), locale)
                    .write(folder.resolve(CUSTOMER_PAGE));
            out.println("   " + visitor.name() + ": " + page.toAbsolutePath().normalize());
        }
    }

    private HtmlReport report(
            Business business,
            ImportReport imported,
            List<Scene.Visitor> visitors,
            List<RecommendationTable> tables,
            List<ReplyCard> replies) {
        boolean french = business.settings().language().getLanguage().equals("fr");
        Locale locale = french ? Locale.FRANCE : Locale.UK;
        HtmlReport page = HtmlReport.titled(
                        scene.title(),
                        locale,
                        LocalDate.ofInstant(
                                scene.clock().instant(), business.settings().zone()))
                .figure(french ? "Lignes lues" : "Lines read", String.format(locale, "%,d", imported.lines()))
                .figure(french ? "Tickets" : "Receipts", String.format(locale, "%,d", imported.receipts()))
                .figure(
                        french ? "Clients connus" : "Known customers",
                        String.format(locale, "%,d", imported.customers()))
                .figure(french ? "Produits" : "Products", String.format(locale, "%,d", imported.products()))
                .weeklySales(BusinessFacts.weeklySales(business))
                .rfm(BusinessFacts.rfm(business))
                .customers(visitors.stream()
                        .map(visitor -> BusinessFacts.customer(business, visitor.id(), visitor.name(), visitor.note()))
                        .toList())
                .recommendations(tables);
        return (replies.isEmpty() ? page : page.replies(replies)).imported(imported.appended());
    }

    private void line(String what, long count) {
        out.printf(Locale.ROOT, "   %,10d %s%n", count, what);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
