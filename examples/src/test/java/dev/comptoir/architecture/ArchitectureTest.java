package dev.comptoir.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house that a compiler does not see, over all published modules. */
class ArchitectureTest {
    private static final JavaClasses SDK = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/examples/") && !location.contains("/benchmarks/"))
            .importPackages("dev.comptoir");

    private static final String RECOMMEND = "dev.comptoir.recommend..";
    private static final String ASSIST = "dev.comptoir.assist..";
    private static final String ONNX = "dev.comptoir.onnx..";
    private static final String TESTKIT = "dev.comptoir.testkit..";

    @Test
    void allModulesAreSeen() {
        for (String part : List.of("event", "store.jdbc", "recommend", "assist", "onnx", "testkit")) {
            assertThat(SDK.stream().anyMatch(resideInAPackage("dev.comptoir." + part + "..")))
                    .as(part)
                    .isTrue();
        }
    }

    @Test
    void coreKnowsNobody() {
        noClasses()
                .that()
                .resideOutsideOfPackages(RECOMMEND, ASSIST, ONNX, TESTKIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        RECOMMEND,
                        ASSIST,
                        ONNX,
                        TESTKIT,
                        "dev.langchain4j..",
                        "org.apache.lucene..",
                        "ai.onnxruntime..")
                .check(SDK);
    }

    @Test
    void modulesDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(RECOMMEND)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ASSIST, ONNX, TESTKIT)
                .check(SDK);
        noClasses()
                .that()
                .resideInAPackage(ASSIST)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RECOMMEND, ONNX, TESTKIT)
                .check(SDK);
        noClasses()
                .that()
                .resideInAPackage(ONNX)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RECOMMEND, ASSIST, TESTKIT)
                .check(SDK);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(new Rooms()).should().beFreeOfCycles().check(SDK);
    }

    @Test
    void nothingOpensTheNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..", "java.rmi..", "com.sun.net..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.net\\.(Socket|ServerSocket|DatagramSocket|MulticastSocket|URLConnection|HttpURLConnection"
                                + "|InetAddress|InetSocketAddress)|java\\.nio\\.channels\\.(Asynchronous)?(Server)?SocketChannel"
                                + "|java\\.nio\\.channels\\.DatagramChannel")
                .check(SDK);
        noClasses()
                .should()
                .callMethod(URL.class, "openConnection")
                .orShould()
                .callMethod(URL.class, "openStream")
                .check(SDK);
    }

    @Test
    void publicSignaturesHoldNoThirdPartyTypes() {
        classes()
                .that()
                .arePublic()
                .and()
                .resideOutsideOfPackage(TESTKIT)
                .should(new PlainSignatures())
                .check(SDK);
    }

    @Test
    void ofLangchain4jOnlyTheCoreIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.langchain4j.service..", "dev.langchain4j.agentic..", "dev.langchain4j.chain..")
                .check(SDK);
    }

    @Test
    void nothingIsPrinted() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(SDK);
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(SDK);
    }

    @Test
    void chanceHasASeed() {
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Collections.class, "shuffle", List.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .check(SDK);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(SDK);
        // The one place where the system's clock comes in, as the default of a builder.
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.comptoir.Comptoir$Builder")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(SDK);
    }

    @Test
    void theCommonPoolIsNeverUsed() {
        noClasses()
                .should()
                .callMethod(Collection.class, "parallelStream")
                .orShould()
                .callMethod(ForkJoinPool.class, "commonPool")
                .orShould()
                .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
                .orShould()
                .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
                .check(SDK);
    }

    @Test
    void publicClassesAreFinalSealedOrInterfaces() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotAssignableTo(Throwable.class)
                .and()
                .areNotEnums()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(SDK);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(SDK);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<JavaPackage> packages = SDK.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages)
                .filteredOn(found -> !found.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Impl|Helper|Manager|Utils?|Base)")
                .check(SDK);
    }

    /**
     * The rooms of the house. The root package is two of them: the ids and values that everyone uses, and the entrance
     * (Comptoir, Business), which uses everyone.
     */
    private static final class Rooms implements SliceAssignment {
        private static final Set<String> VALUES = Set.of(
                "BusinessId", "BusinessSettings", "CustomerId", "EventId", "Ids", "Limits", "Money", "ProductId");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (name.equals("dev.comptoir")) {
                String outermost =
                        type.getName().substring("dev.comptoir.".length()).replaceAll("\\$.*", "");
                return SliceIdentifier.of(VALUES.contains(outermost) ? "values" : "entrance");
            }
            return SliceIdentifier.of(name.replace("dev.comptoir.", "").replaceAll("\\.internal$", ""));
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    }
}
