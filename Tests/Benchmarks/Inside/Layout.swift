import Benchmark
import BidiText
import CFriBidi
import Display

/// A paragraph of a law as an official would quote it: Arabic with numbers and Latin names.
let paragraph = """
  ينص القانون رقم 34-09 (2011) على أن يستفيد المهاجرون، أيا كان وضعهم القانوني، من خدمات \
  الرعاية الصحية الأولية والطارئة بالشروط نفسها المطبقة على المواطنين؛ وتُعد المنظمة الدولية \
  للهجرة (IOM) والمفوضية السامية لشؤون اللاجئين (UNHCR) شريكتين في ذلك. 
  """

/// Arabic from a text to cells, beside what FriBidi needs for the same text alone.
func layoutBenchmarks() {
  let page = String(repeating: paragraph, count: 60)
  let lines = TextLayout(page, direction: .rightToLeft, width: 200).lines
  let screen = String(page.prefix(lines[59].graphemes.upperBound))
  let scalars = screen.unicodeScalars.map(\.value)
  let note = String(page.prefix(4000))

  Benchmark("Layout: a screen of 200×60 cells of Arabic") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(TextLayout(screen, direction: .rightToLeft, width: 200).lines.count)
    }
  }
  Benchmark("Layout: the same text by FriBidi alone") { benchmark in
    for _ in benchmark.scaledIterations {
      var direction = majlis_paragraph_right_to_left()
      var seen = [FriBidiChar](repeating: 0, count: scalars.count)
      let count = FriBidiStrIndex(scalars.count)
      blackHole(fribidi_log2vis(scalars, count, &direction, &seen, nil, nil, nil))
      blackHole(seen)
    }
  }
  Benchmark("Layout: the same text, drawn") { benchmark in
    for _ in benchmark.scaledIterations {
      var canvas = Canvas(width: 200, height: 60, direction: .rightToLeft)
      canvas.writeWrapped(screen, in: canvas.area)
      blackHole(canvas.cells.count)
    }
  }
  Benchmark("Layout: a note of 4,000 letters") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(TextLayout(note, direction: .rightToLeft, width: 75).lines.count)
    }
  }
  let earlier = TextLayout(note, direction: .rightToLeft, width: 75)
  Benchmark("Layout: a letter more at the end of the note") { benchmark in
    for _ in benchmark.scaledIterations {
      let written = note + "ا"
      let layout = TextLayout(
        written,
        direction: .rightToLeft,
        width: 75,
        following: earlier,
        of: note,
      )
      blackHole(layout.lines.count)
    }
  }
}
